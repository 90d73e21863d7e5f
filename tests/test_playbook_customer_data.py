"""The customer's positions on data, works and confidence: what each fires on, and what it passes over."""

import pytest

from tests.customer_clauses import DATA, fires, made, named, of_focuses, rows

TABLE = rows("""
no-processing-terms
+ The Supplier will process the personal data of the Customer's guests.
- The Supplier will process personal data of guests only on documented instructions of the Customer.
+ Patient files are stored by the Supplier in its own rooms.
- The Supplier shall not process personal data.
gag-may-fail
+ The Supplier shall not discuss the work with the press or with any regulator.
- The Supplier shall not discuss the work with the press.
compelled-barred
+ Recipient shall not disclose Confidential Information even where a statute or a court so orders.
- Recipient may disclose Confidential Information that a court orders it to disclose.
guarantee-of-others
+ Recipient guarantees the observance of confidence by all persons to whom it passes information.
- Recipient shall bind its staff to keep the information confidential.
talks-one-way
+ The Discloser may announce the existence of the discussions.
- Neither party may announce the existence of the discussions.
data-own-ends
+ The Supplier may use Customer Data for its own business purposes.
- The Supplier shall not use Customer Data for its own business purposes.
+ Customer Data may be exploited by the Supplier for any purpose it likes.
+ The Supplier can sell Customer Data to whomever it chooses.
+ The Supplier is entitled to use all records of the Customer for its own ends.
- Neither party shall use the other's data for any purpose but this Agreement, and Customer Data may not be sold.
- Each party may use its memory and information retained in the unaided memory for any purpose.
security-disclaimed
+ The Supplier shall not be liable for any loss or corruption of the Customer's data.
- The Supplier shall back up the Customer's data and is liable for any loss of data.
secrets-passed-on
+ The Supplier may disclose confidential information to its affiliates, which need not be bound by this Agreement.
- The Supplier may disclose confidential information to its affiliates and remains liable for them.
data-defined-away
+ Personal data whose identifiers have been removed shall be deemed Service Data.
+ "Insights" means whatever is learned from the Customer Data, which is owned by the Supplier.
+ Telemetry, including such Customer Data as it contains, is considered the Supplier's own.
+ The parties agree that log records are treated as anonymous and are not personal data.
- "Usage Data" means figures on the load of the servers and does not include Customer Data.
- Personal data shall be made anonymous so that no person can be re-identified.
dpa-instructions
+ The Supplier shall process personal data on instructions or as it otherwise considers necessary.
- The Supplier shall process personal data only on the Customer's instructions.
+ The Supplier may process personal data for purposes that it determines itself, besides the instructions given.
- The Supplier shall not process personal data for purposes of its own.
no-data-limit @ Cap On Liability
+ The Supplier's liability shall not exceed the annual fees. / The Supplier shall host Customer Data.
- The Supplier's liability shall not exceed the annual fees, save for Customer Data and personal data. / The Supplier
    shall host Customer Data.
+ The Supplier's liability for everything, including any loss of Customer Data, shall not exceed $10,000. / The
    Supplier shall store Customer Data.
incident-notice
+ The Supplier shall store Customer Data in Europe.
- The Supplier shall store Customer Data in Europe and report each data breach.
+ The Supplier will be given access to patient records and to the names and addresses of staff.
- The Supplier will be given access to patient records. It reports each data breach.
incident-late
+ The Supplier informs the Customer of a leak of data when its own inquiry has come to an end.
+ Upon conclusion of the forensic work the Supplier will let the Customer know of any security breach.
+ Security incidents are reported to the Customer once their cause has been analysed.
+ The Customer learns of an intrusion after the Supplier's review of it is finished.
- The Supplier informs the Customer of a data breach without undue delay, and sends a report after its investigation.
- The Supplier reports the findings of its review of the accounts to the Customer.
+ The Supplier shall notify the Customer of a security breach within fifteen (15) days.
- The Supplier shall notify the Customer of a security breach within 48 hours.
+ The Supplier shall report any intrusion within thirty days.
+ A data breach shall be reported by the Supplier once it has confirmed its cause.
+ The Customer will be notified of a breach of security within ten business days.
+ The Supplier shall inform the Customer after completion of its investigation of the incident.
- The Customer shall be informed of an incident within 24 hours.
dpa-subprocessors
+ The Supplier may engage sub-processors without notice to the Customer.
- The Supplier shall give 30 days' notice of new sub-processors and remains liable for them.
+ The Processor may engage further processors as it sees fit. The Supplier need not tell the Customer of
    sub-processors.
- The Supplier shall notify the Customer of any change of sub-processors and remains liable for them without notice.
dpa-transfers
+ The Supplier may transfer personal data to any jurisdiction.
- The Supplier may transfer personal data to any country under standard contractual clauses.
+ Personal data can be transferred outside the European Economic Area at the Supplier's discretion.
- Personal data may be transferred outside the European Economic Area only where an adequacy decision covers it.
incident-hours
+ The Supplier shall promptly notify the Customer of any data breach.
- The Supplier shall notify the Customer of any data breach within 24 hours.
data-return
+ The Supplier shall host Customer Data.
- The Supplier shall host Customer Data and delete all of it at the end.
+ The Supplier shall process Customer Data during the term.
data-kept
+ The Supplier may keep personal data indefinitely after the Agreement has ended.
+ Copies of the Customer Data may be retained by us for ten years following termination.
+ AFTER EXPIRATION THE SUPPLIER SHALL NOT BE OBLIGED TO DELETE CUSTOMER DATA AND MAY CONTINUE TO USE IT.
- The Supplier may retain Customer Data after termination only as required by law.
- The Supplier shall delete all personal data within 30 days after the end.
persons-data-handed
+ The Customer shall each month furnish the Supplier with the e-mail addresses of its buyers for use in promotions.
+ The names and contact details of all users are to be reported by the Customer, and the Supplier is free to use them.
+ Customer must provide end user information, which Supplier and its partners may use for any purpose.
- The Customer shall provide the names of its contact persons solely for the delivery of notices.
- The Customer shall provide end user information only to perform a recall.
data-taken
+ The Supplier shall hand over its mailing lists of subscribers, for the Customer's own marketing purposes.
+ The Supplier will deliver the e-mail addresses of all members, to be used by the Customer for marketing.
+ The Supplier shall pass on contact details of guests, so that the Customer may use them in its own marketing.
- The Supplier shall hand over lists of subscribers who have given consent to the Customer's own marketing.
- The Supplier shall hand over its list of spare parts for the Customer's own marketing.
authority-requests
+ The Supplier may at its discretion release Customer Data to any authority that asks for it.
+ Where law enforcement requests personal data, the same may be disclosed without notice to the Customer.
+ Personal data may be provided to governmental agencies whenever the Supplier considers this expedient.
- The Supplier shall notify the Customer before it discloses personal data to a public authority.
- The Supplier may disclose Customer Data to an authority where compelled and legally permitted to give prompt notice.
dpa-gag
+ The Customer shall not inform any data subject of a breach without the Supplier's prior written consent.
- The Customer shall inform data subjects of a breach where the law requires it.
+ The Customer shall not notify any authority of an incident unless the Supplier has approved the text.
- The Customer shall not notify the public of an incident unless required by law.
dpa-measures
+ The Supplier may update its security measures.
- The Supplier may update its security measures if the level of protection is not materially lowered.
+ The safeguards described in the annex may be reduced by the Supplier.
+ The security programme is subject to change: security measures may be replaced by others.
- The security measures may be replaced by others, provided that the level of protection is not lowered.
data-security
+ The Supplier shall host Customer Data.
- The Supplier shall host Customer Data and encrypt it.
+ The Supplier shall store Customer Data in its cloud.
data-improve
+ The Supplier may use Customer Data for machine learning.
- The Supplier shall not use Customer Data for machine learning.
+ The Supplier may train its models on Customer Data.
dpa-audit @ Audit Rights
+ A certificate shall be accepted in lieu of any audit.
- The Customer may audit once a year.
+ The Customer shall accept a report of the Supplier's auditor instead of an audit of its own.
dpa-audit
- A certificate of the auditor shall be provided in addition to any audit.
dpa-precedence @ Data Protection
+ In a conflict on personal data the Main Agreement shall prevail.
- In a conflict on personal data this Addendum shall prevail.
dpa-precedence
+ In case of a conflict, the Principal Agreement shall prevail over this Addendum. / The processor is the Supplier.
+ If this data protection addendum and the Master Agreement differ, the Master Agreement shall have priority over
    this addendum.
- If this data protection addendum and the Master Agreement differ, this Addendum shall prevail. / The processor acts
    on orders.
retrieval-short
+ Once this Agreement has ended the Supplier erases the Customer's files after five days.
+ Ten days after the end of this Agreement the Supplier purges the content and deletes all copies.
- Once this Agreement has ended the Supplier erases the Customer's files after ninety days.
+ The Customer may export its data for seven days after termination.
- The Customer may export its data for sixty days after termination.
+ Customer Data may be fetched during ten days from the end and shall then be erased; the Customer may export it.
assistance-fees
+ The Supplier may charge its standard rates for assisting the controller with data subject requests.
- The Supplier shall assist the controller with data subject requests without charge.
+ Help with requests of data subjects shall be charged at the Supplier's daily rate.
- The Supplier shall assist with data subject requests free of charge; other work is charged at its daily rate.
licence-suspended
+ If maintenance is not renewed the licence shall be suspended.
- If maintenance is not renewed the licence shall continue.
+ Should the Customer stop paying for maintenance, its right to use the software shall end. If maintenance ends the
    licence shall cease.
+ If maintenance lapses the right to use the software shall cease.
+ A licensee that does not renew maintenance shall remove the software, and its license terminates.
- If maintenance expires the support shall end, and the license continues.
work-theirs
+ All deliverables made under this Agreement shall be owned by the Supplier.
- All deliverables made under this Agreement shall be owned by the Customer.
+ Title to the deliverables shall remain with the Supplier, although they are made for the Customer and paid for by
    it.
+ Everything that the Supplier creates for the Customer shall be the property of the Supplier.
- The deliverables made for the Customer shall be the property of the Customer; background works belong to the
    Supplier.
present-assignment
+ The Supplier agrees to assign the inventions to the Customer.
- The Supplier shall assign, and hereby assigns, the inventions to the Customer.
+ The Supplier will transfer all intellectual property in the works to the Customer upon request.
+ The Supplier shall upon request execute an assignment of all copyrights in the works.
+ The Supplier agrees that it will assign all work product that is not a work made for hire.
- To the extent that the work product is not a work made for hire, the Supplier hereby assigns it.
our-improvements
+ The Customer shall assign to the Supplier all improvements that it makes.
- The Supplier may use the Customer's suggestions.
+ Improvements made by the Customer shall be assigned to the Supplier, and the Customer shall assign them.
+ The Customer will assign to the Supplier any invention that it makes in using the product.
- The Supplier will assign to the Customer any invention made in the services.
our-works-theirs
+ All reports and templates created by the Customer with the platform shall vest in the Supplier.
+ Any extension that the Customer develops shall belong to the Supplier from its making.
+ The Customer hereby assigns to the Supplier all works that it makes with the software.
- All reports created by the Customer with the platform shall belong to the Customer.
- The Supplier shall own the deliverables; the Customer owns its content.
their-people-assign
+ The work product is the exclusive property of the Customer. The Supplier may use subcontractors.
+ All inventions shall be owned by the Customer. Work is done by the Key Persons of the Supplier.
+ The Supplier hereby assigns the deliverables to the Customer. Its personnel remain its own.
- The work product is the property of the Customer. The Supplier shall require its subcontractors to assign their
    rights.
- The deliverables are the property of the Customer and are made by the Supplier alone.
withdrawal-at-will
+ The Supplier may withdraw any content from the licence at any time by notice.
+ Any mark may be struck: the Supplier may revoke the licence of a mark in its sole discretion.
+ No withdrawal of an image shall reduce any fee, whatever the reason.
- The Supplier may withdraw a title at any time if a third party claims it, with a refund of the fee.
- The Supplier may withdraw its offer at any time.
title-not-warranted
+ THE SUPPLIER DISCLAIMS EVERY WARRANTY, INCLUDING ANY WARRANTY OF TITLE.
+ The Supplier gives and makes no representation that it holds the rights needed for the films.
+ The Customer shall at its own expense obtain all clearances that showing the films calls for.
- The Supplier warrants that it owns the films and disclaims any other warranty of title.
- The Supplier warrants good title to the goods.
licence-affiliates
+ The licence shall not extend to affiliates of the Customer.
- The Customer and its affiliates may use the software under the licence.
+ The licence is for the Customer alone; affiliates and contractors shall be third parties for the use of the
    software.
+ The software is available to employees only; contractors are not authorised users.
- The software may be used by the Customer, its affiliates and contractors.
licence-tied
+ The software may be used only on the computer whose serial number is shown in the order.
+ The Programs shall not be installed on any other machine without the prior written consent of the Supplier.
+ LICENSEE MAY NOT TRANSFER THE SOFTWARE TO ANOTHER LOCATION UNLESS A TRANSFER FEE IS PAID.
- If the designated server malfunctions, the software may be moved to another server.
- The software may be used on any server of the Customer.
one-way-confidence @ Confidentiality
+ The Customer shall keep the Supplier's confidential information secret.
- Each party shall keep the other's confidential information secret.
one-way-confidence
+ The Customer shall treat all that it receives from the Supplier as secret; the Supplier is under no such duty.
our-secrets-free
+ Log files sent from the Customer's plant are not confidential and may be used to benchmark other offers.
+ Data entered by the Customer shall not be deemed confidential information, and the Supplier may use it.
+ MATERIALS SENT BY THE CUSTOMER ARE RECEIVED FREE OF ANY DUTY OF CONFIDENCE AND MAY BE DISCLOSED.
- Information of the Customer is not confidential if it is already known or public.
- Suggestions by the Customer are not confidential and may be used.
customer-list
+ Lists of customers of the Customer shall be delivered monthly and belong to the Supplier.
+ The Customer's sales records are, upon creation, property of the Supplier, which may solicit those named.
+ The Customer shall report customer names, which the Supplier shall be at liberty to use freely.
- The Customer's customer list remains the property of the Customer, though it is provided to the Supplier.
- The Customer shall provide point of sale data, but the Supplier may not solicit those customers.
residuals
+ Each party may use information retained in the unaided memory of its staff.
- Each party may use its general skills.
+ General ideas and concepts remembered by the Supplier's staff may be used by it without restriction.
- The residual value of the goods may be retained in the memory of the ledger.
destruction-harsh
+ The Customer shall destroy every copy of the papers within 24 hours.
+ All information shall be erased, including back-ups, and the Customer swears to it.
+ On demand the Customer shall return or destroy all materials within two hours.
- The Customer shall destroy all copies within thirty days but may retain what is in routine back-ups.
- The Customer shall destroy all information within ten days, save that counsel may keep one copy.
publicity
+ The Supplier may use the Customer's logo on its website.
- The Supplier may use the Customer's logo with its prior written consent.
+ The Supplier may name the Customer as a reference.
+ The Supplier shall be free to use the Customer's logo and name in its advertising.
- Neither party may name the other as a reference in its advertising without consent.
marked-only @ Confidentiality
+ Confidential information is what is marked as confidential.
- Confidential information is what is marked so or what a reasonable person would take to be so.
- A notice must be delivered by hand, marked for the company secretary.
+ Only documents stamped "secret" shall be confidential information.
confidence-no-end @ Confidentiality
+ The Customer shall keep confidential information secret in perpetuity.
- The Customer shall keep confidential information secret for five years.
+ The Customer shall keep secret what it learns for ever.
+ The Customer's duty of secrecy shall survive without limit of time.
secrecy-no-exceptions
+ The Customer shall keep secret all that it learns.
- The Customer shall keep secret all that it learns, save what is or becomes public knowledge.
+ The Customer shall hold all information in confidence.
no-advisers
+ The Customer shall not pass the papers to its lenders or professional advisers without leave.
- The Customer may pass the papers to its lenders and professional advisers.
+ The Customer shall not show the information to advisers or lenders without the Supplier's consent.
""")


@pytest.mark.parametrize(("position", "types", "expected", "text"), TABLE)
def test_a_position_fires_on_what_it_is_for_only(
    position: str, types: tuple[str, ...], expected: bool, text: str
) -> None:
    assert fires(position, *made(text, types)) is expected


def test_every_position_has_a_text_that_raises_it_and_one_that_does_not() -> None:
    expected = of_focuses(DATA)
    assert named(TABLE, fires=True) == expected
    assert named(TABLE, fires=False) == expected
