"""The supplier's positions on how long, for whom and before which court."""

from dataclasses import replace

import pytest

from legalai.advise.triggering import first_match
from legalai.schema import Forum, GoverningLaw
from tests.advise.builders import quote
from tests.supplier_rows import PLAYBOOK, Row, positions_on, reading_of, rows

# What a row says is told in tests/supplier_rows.py.
TABLE = """
status-doubtful
+ The Consultant is not an employee. Supplier shall work the hours that Customer sets, and shall not send a substitute.
- The Consultant is not an employee and may send a substitute at hours of its own choice.
sole-judge
+ Customer's decision whether Supplier has met the service levels is final and binding.
- An expert decides whether Supplier has met the service levels.
their-terms-prevail
+ Customer's purchasing conditions prevail over this Agreement in case of conflict.
- This Agreement prevails over standard terms of either party.
force-majeure-one-way
+ No event of force majeure shall excuse Supplier.
- Neither party is liable for events beyond its control.
no-criticism
+ Supplier shall not make any statement that is critical of Customer.
- Neither party shall make statements that are critical of the other.
personnel-control
+ Customer may require removal of any of Supplier's personnel at any time for any reason.
- Supplier chooses its personnel.
compliance-cost
+ Supplier shall comply at its own cost with all laws applicable to Customer.
- Each party shall comply with the laws that apply to it.
statements-bind
+ All statements in Supplier's tender are incorporated into this Agreement as warranties.
- Statements in Supplier's tender do not bind.
service-levels-hard
+ Supplier shall ensure that the platform is available without interruption.
- Supplier shall keep the platform available 99.5% of each month, excluding maintenance.
moved-about
+ The duties and place of work of Employee may be changed by Customer at any time.
- The duties of Employee may be changed only with Employee's consent.
own-compensation-waiver
+ The distributor is not entitled to any indemnity or compensation at the end.
- The distributor shall be paid the compensation that the law gives at the end.
free-exit-help
+ At the end Supplier shall give transition help free of charge.
- At the end Supplier shall give transition help at its day rates.
+ Upon expiry Supplier shall go on serving Customer for up to a year for no fee until a successor is found.
- Upon expiry Supplier shall help with the handover for its usual fee.
- Upon termination Customer shall return unpaid goods.
price-fixed @ Renewal Term !
+ The term shall renew automatically for 24 months at the fees of Annex 1.
- The term shall renew automatically for 24 months, and Supplier may increase the fees by the index.
rent-fixed @ Renewal Term !
+ The lease shall renew automatically for 24 months, and the lessee shall go on paying.
- The lease shall renew automatically for 24 months, with a rent review for the lessee.
one-way-exit @ Termination For Convenience
+ Customer may terminate this Agreement for convenience on 90 days' notice.
- Either party may terminate this Agreement for convenience on 90 days' notice.
one-way-exit
+ Customer may end this Agreement whenever it likes.
- Either party may end this Agreement at any time without giving a reason.
- Supplier may end this Agreement whenever it wishes.
+ Customer may put an end to this Agreement at its pleasure upon one week's notice.
+ This Agreement is terminable at will by the Customer; Supplier is bound for six years.
+ Customer is free to walk away on five days' notice; Supplier has no such right.
+ Customer may terminate at any time without cause on seven days' notice.
no-exit
+ Supplier shall have no right to terminate this Agreement for any cause.
- Supplier may terminate this Agreement for material breach by notice.
opinion-exit
+ Customer may terminate if in its opinion Supplier is unlikely to perform.
- Customer may terminate for a material breach that is not remedied in 30 days.
unpaid-at-end
+ On termination by Customer no payment is due for work in progress.
- On termination Customer shall pay for work in progress and costs incurred.
refund-at-end
+ On termination Supplier shall refund all fees paid under this Agreement.
- On termination Supplier shall refund prepaid fees pro rata.
decided-by-them
+ The decision of Customer on any question shall be final and binding.
- The decision of the tribunal shall be final and binding.
remedies-waived
+ In no event shall Supplier be entitled to an injunction against the use of the work.
- Customer may seek an injunction if Supplier discloses the work.
uneven-exit @ Termination For Convenience
+ Customer may end this Agreement on 14 days' notice, and Supplier may end it on two years' notice.
- Either party may end this Agreement on 90 days' notice.
uneven-exit
+ Supplier, as employee, must give at least 120 days' notice when it resigns.
+ On resignation the executive shall give Customer not less than six months' notice.
- An employee who resigns shall give the employer 30 days' notice.
- Either party shall give 90 days' notice of a resignation.
+ Customer may terminate at any time without cause on seven days' notice.
mutual-short-exit @ Termination For Convenience
+ Either party may terminate this Agreement on 10 days' notice.
- Either party may terminate this Agreement on 120 days' notice.
order-cancel
+ Customer may cancel any order before it is shipped.
- Customer may cancel any order and shall reimburse the cost of materials.
+ The Customer may withdraw any order before dispatch without charge.
- Customer may withdraw any order and shall pay for work in progress.
- Supplier may cancel any delivery that is not paid.
two-edged-window @ Notice Period To Terminate Renewal
+ Either party may give notice not more than 90 and not less than 60 days before the end.
- Either party may give notice not less than 60 days before the end.
renewal-reminder @ Renewal Term !
+ The term shall renew automatically for 24 months unless a party gives 90 days' notice.
- The term shall renew unless a party gives 90 days' notice, of which Supplier shall remind Customer.
extension-option
+ Customer may extend the term, having an option to extend by two years.
- Customer may extend the term by agreement of both parties.
+ Customer may prolong this Agreement by two further periods of three years at the charges then in force.
- Customer may extend the term by agreement with Supplier.
- Supplier may extend the term of this Agreement.
+ Customer may, by notice, prolong this Agreement for two further years.
+ The term may be prolonged by two years where Customer notifies Supplier before its end.
+ Customer is entitled to extend the term for a further two years unless it is in arrears.
- This Agreement is prolonged by a year each time, save where Customer gives notice six months before the end.
- The term is prolonged from year to year until Customer gives notice.
- The term shall be extended by a year each time, failing notice by Customer.
- The term rolls on and is prolonged for further terms, save that Customer may stop it by notice.
- The Agreement is tacitly prolonged for a year; Customer may oppose this by registered letter.
- The term shall renew for a further year without notice, and Customer may prevent the renewal in writing.
nonpayment-exit
+ Supplier may terminate if sums remain unpaid for more than 120 days.
- Supplier may terminate if sums remain unpaid for more than 30 days.
+ Supplier may terminate only if invoices have been outstanding for more than 180 days.
- Customer may terminate only if credits are outstanding for more than 90 days.
no-suspension
+ Supplier shall not suspend the services while a dispute goes on.
- Supplier may suspend the services while undisputed sums are overdue.
+ Supplier shall not terminate, suspend or delay the services by reason of non-payment.
+ Under no circumstances may Supplier stop work, even where an invoice is unpaid.
- Supplier may suspend the services for non-payment.
- Customer shall not suspend payment.
+ Supplier shall go on performing whether or not it is paid.
+ Supplier has to continue deliveries although invoices are overdue.
+ Supplier must keep working during any payment dispute.
- Supplier shall continue the work during a dispute, and Customer shall continue to pay.
no-cure
+ Customer may terminate immediately if Supplier is in breach.
- Customer may terminate immediately if Supplier is in breach and does not cure it in 30 days.
+ The Customer may terminate forthwith upon any breach, however trifling.
+ Customer may rescind at once if Supplier is late even once.
short-cure
+ Customer may terminate for a breach that is not remedied within 5 days.
- Customer may terminate for a breach that is not remedied within 30 days.
customer-suspends
+ Customer may suspend the services for as long as it wishes.
- Customer may suspend the services and shall reimburse idle time.
+ Customer can pause the work at any time and for any length, and owes nothing meanwhile.
- Customer may pause the work and shall compensate Supplier.
- Supplier may pause the work while invoices are overdue.
early-exit-lease
+ The Customer as tenant may terminate this lease after a year.
- The Customer as tenant may terminate this lease on a default of the other party.
step-in
+ Customer may step in and perform the services.
- Customer may perform an inspection of the services.
+ Customer may have the work done by others at the cost of Supplier without notice.
- Customer may have the work done by others at its own cost.
- Customer may return the goods at the expense of the Supplier.
they-rewrite
+ Customer may amend this Agreement by notice.
- Customer may amend this Agreement only in writing signed by both.
+ Customer may revise this Agreement by posting a new version on its portal.
+ Customer may modify these terms at its discretion by e-mail.
their-changes
+ The Customer revises its drawings as it thinks fit, and the Supplier follows them at no additional charge.
+ The Customer is entitled to alter the packaging requirements; the prices remain the same.
- The Customer may alter the packaging requirements, and the Supplier is paid for what that costs.
+ Customer may change the specifications of the work.
- Customer may change the specifications of the work, and the price is adjusted.
+ Customer may demand changes to the goods at any time.
+ Customer can change the brief, dates included, by updating it in its portal.
+ Customer is entitled to instruct changes of the design as it sees fit.
- Customer may request changes at any time, and the price is adjusted.
- Supplier may make changes at any time.
+ The quantity and dates of an order may be altered by Customer up to the day of dispatch.
their-policies
+ Supplier shall comply with the policies of Customer as amended from time to time.
- Supplier shall comply with the policies attached as Annex 4.
+ Supplier shall observe the logistics handbook in its current version.
+ The code of conduct applies to Supplier as published on the portal from time to time.
+ Supplier must comply with the supplier manual, which is updated without notice.
- Supplier shall observe the handbook that is attached as Annex 3.
- The law applies as amended from time to time.
+ Customer may alter its supplier guidelines at will, and Supplier must follow them.
+ Supplier must comply with Customer's security policy in whatever version is in force.
acceptance-open
+ Customer may reject the work in its sole discretion.
- Customer may reject work that does not meet Annex 1, giving its reasons.
+ A deliverable is accepted only when Customer says so; it may refuse acceptance for any reason.
+ Work which Customer has not accepted in 60 days is rejected.
+ Customer may withhold acceptance of the work in its sole discretion.
- Work which Customer does not reject in 20 days is deemed accepted.
- Customer may reject work that is not reasonably in line with Annex 1.
+ Performance must be to the entire satisfaction of Customer, who is the sole judge of it.
+ Any deliverable may be refused by Customer without giving reasons.
+ Acceptance is solely a matter for Customer's judgment.
silence
+ Supplier shall be deemed to have accepted a change to which it does not reply.
- Supplier shall reply to each change within ten days.
+ Where Supplier does not object within two days it is taken to agree.
- Silence of Customer counts as consent to an invoice.
- Supplier's silence shall not count as consent.
absolute-warranty
+ Supplier warrants that the platform shall be error-free.
- Supplier does not warrant that the platform shall be error-free.
+ Supplier guarantees that the parts are suitable for the purpose intended, also where it is not told.
+ Supplier warrants that the goods match the latest state of technology.
+ Supplier promises that the software will meet every requirement.
- Supplier gives no guarantee that the parts are suitable for the purpose intended.
- Supplier warrants that the parts conform to Annex 1.
+ Supplier warrants that the system will be free of every error and always available.
+ Supplier represents that the machine will work in every environment and without fault.
no-disclaimer
+ Supplier warrants that the services shall conform to Annex 1; they will conform at delivery.
- The services will conform to Annex 1; all other warranties are excluded.
audit-unlimited @ Audit Rights
+ Customer may audit the books of Supplier at any time.
- Customer may audit the books of Supplier at any time on reasonable prior notice.
- Customer grants to Supplier the right to inspect and audit its books at any time.
audit-unlimited
+ Customer's agents may enter Supplier's premises at any hour to inspect its books.
+ Customer may audit Supplier unannounced.
- Customer may inspect the books once a year.
- Customer may inspect the books at any hour of business on reasonable notice.
time-of-essence
+ Supplier shall deliver on the dates of Annex 1, and time shall be of the essence.
- Supplier shall deliver on or about the dates of Annex 1.
+ All dates are strict and time is of the essence for delivery by Supplier.
own-change
+ Supplier may change the terms at any time by posting them.
- Supplier may change the terms only by a writing signed by both parties.
own-suspension
+ Supplier may suspend access at any time without notice.
- Supplier may suspend access while charges are overdue.
key-personnel
+ Supplier shall not replace key personnel without consent.
- Supplier shall not replace key personnel without consent, not to be unreasonably withheld.
assignment-sale @ Anti-Assignment
+ Supplier shall not assign this Agreement.
- Supplier shall not assign this Agreement other than to a successor of its business.
assignment-sale
+ Supplier may transfer nothing under this Agreement, not even to a buyer of its whole business.
- Supplier may not assign this Agreement except to a buyer of its business.
- Customer may not assign this Agreement.
assignment-mutual @ Anti-Assignment
+ Neither party may assign this Agreement.
- Neither party may assign this Agreement, save to an affiliate.
receivables @ Anti-Assignment
+ Supplier shall not assign or charge its receivables.
- Supplier shall not assign its duties.
receivables
+ The Supplier shall not cede its claims for payment to a bank or anybody else.
- Supplier may assign its receivables to a bank.
- Customer shall not assign claims against the Supplier.
free-assignment
+ Customer may assign this Agreement to any person.
- Customer may assign this Agreement to an affiliate.
+ Customer may transfer the contract to any third party without approval.
+ Either party may assign this Agreement and the confidential information to any person.
+ Customer can assign its rights to anyone it likes.
- Customer may transfer this Agreement to any affiliate without consent.
- Supplier may transfer its rights to anyone.
+ Customer may make over this Agreement to whomsoever it pleases.
+ Customer is entitled to transfer all its rights to any third person.
+ Customer may freely transfer this Agreement; Supplier may not.
control-termination @ Change Of Control
+ Customer may terminate if there is a change of control.
- Customer may terminate on a change of control in favour of its competitor.
control-termination
+ Should the shares of Supplier pass into other hands, Customer may terminate.
+ If Supplier is sold, Customer can terminate.
- Either party may terminate if the shares of the Supplier pass into other hands.
- A new owner of Supplier enters into this Agreement.
- If the equipment is sold, Customer may terminate the lease of it.
no-subcontract
+ Supplier shall not subcontract without consent.
- Supplier may subcontract and remains liable.
+ Supplier must perform in person and may use no subcontractor.
- Supplier may use subcontractors for the work.
- The parties meet in person to discuss how to perform the work.
legal-costs
+ Supplier shall pay the legal fees of Customer in any action to enforce this Agreement.
- The prevailing party shall recover its legal fees in any action to enforce this Agreement.
+ A party that does not obtain the whole of what it asked for shall reimburse the costs of Customer.
+ If Supplier does not succeed in full it shall pay the legal costs of both.
+ Whoever recovers less than it claimed must bear the other's legal fees; Supplier agrees.
- The losing party shall pay the legal costs of the other.
- Each party shall bear its own legal costs.
+ All costs of any dispute, whoever wins, are for the account of the Supplier.
+ Supplier shall bear the lawyers' costs of Customer in every dispute.
+ Supplier shall pay Customer's attorneys if there is a dispute.
- Supplier shall pay customer's attorneys where Customer prevails in a dispute.
law-not-found
+ Supplier shall provide the services.
- Supplier shall provide the services. This Agreement is governed by Irish law.
asymmetric-forum
+ Customer may bring proceedings in any other court.
- Either party may bring proceedings in the courts of Cork.
+ A dispute is decided by an arbitrator of our choice; Supplier agrees.
+ Notwithstanding the arbitration clause, Customer may bring any claim of its own in court.
+ Arbitration is under Customer's dispute policy as amended from time to time, which Supplier must follow.
- The parties agree on an arbitrator; either party may bring a claim in court.
- Notwithstanding arbitration, Customer may bring an action for an injunction in court.
+ Supplier may sue only at Customer's seat, whereas Customer may sue anywhere.
+ Disputes are settled by Customer's chief engineer, whose ruling binds Supplier.
+ Customer may choose the court, while Supplier is confined to the courts of Ohio.
jury-waiver
+ Supplier waives and shall not ask for trial by jury.
- Each party waives and shall not ask for trial by jury.
- The customer gives up its seat.
third-party-enforce
+ Each affiliate of the Customer may enforce this Agreement.
- No third party may enforce this Agreement.
+ All companies of the Customer group may rely on and enforce these terms against Supplier.
guarantee-demanded
+ The directors of the Supplier shall personally guarantee its obligations.
- No director of the Supplier shall be personally liable or guarantee anything.
others-burdens
+ The Supplier is bound by the head contract and shall observe all of its terms.
- The Supplier shall observe the terms of the head contract, a copy of which is attached.
bound-unsigned
+ Each partner of Customer shall be bound as if named as a party.
- An assignee of Customer shall be bound as if named as a party.
+ The guarantor named in the annex is bound although it does not sign.
- A party that has not signed is free; only those that sign are bound in counterparts.
- This Agreement is binding once it is signed.
own-legal-costs
+ If Supplier sues to enforce this Agreement and wins, Customer shall pay its attorneys' fees.
+ Supplier shall be entitled to recover its legal costs in any action against Customer.
- The prevailing party shall be entitled to recover its legal costs in any action.
- Each party shall pay its own legal fees in any action.
renewal-binds-us
+ The term renews for five years unless Supplier gives notice by registered letter; it is then bound.
+ It then starts again for six months, and Supplier is bound unless you press "Leave".
+ The contract prolongs itself by three years if it is not terminated by Supplier.
- The term renews for a year unless either party gives 60 days' notice.
- The term renews for a year unless Customer gives notice.
+ This Agreement continues for successive terms of four years unless the Supplier gives a year's notice.
+ Unless Supplier objects one year before its end, this Agreement renews for a further five years.
morals
+ Customer may terminate if Supplier is accused of anything that could embarrass it.
+ Customer may end this Agreement where, in its opinion, an allegation hurts its public image.
+ On negative publicity that Customer believes might offend, it may terminate.
- Customer may terminate if Supplier is convicted and sentenced.
- Either party may terminate on conduct that it believes brings it into disrepute.
cause-wide
+ "Cause" means an act that is, in the sole judgment of the Board, against the company.
+ Failure to reach sales targets shall constitute cause.
+ It shall constitute cause if any policy is not kept, however minor the lapse is.
- "Cause" means a felony for which the executive has been convicted.
- "Cause" means a materially breached duty that is not cured in 30 days.
good-reason
+ Severance is paid if Customer ends the employment without cause.
+ The executive has a right to separation pay of three months.
- Severance is paid on dismissal and on resignation for good reason.
- A notice of three months is given.
proof-shifted
+ A defect that shows itself is irrebuttably presumed to have been there on delivery.
+ Supplier has the burden of proof that no breach is its fault.
+ The records of the Customer are conclusive as to each loss.
- A certificate of an officer is conclusive evidence of the signature.
- Customer has to prove the defect.
+ The Customer's own measurements are decisive, and counter-evidence is not admitted.
own-self-help
+ Supplier may re-enter the premises without process of law.
+ On default Supplier can change the locks without notice.
+ Supplier may take possession of the machines without a court order, and without liability.
- Supplier may enter the premises without notice in an emergency.
- Supplier may take possession by process of law only.
hidden-advertising
+ Supplier agrees not to label posts as advertising.
+ Supplier shall not reveal in the video that it is paid.
+ Reviews by Supplier must appear to be unpaid; sponsorship is to be kept out of the article.
- Supplier shall label each post as advertising.
- Supplier shall not disclose the amount of payment in its posts.
"""
ROWS = rows(TABLE)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_position_fires_where_it_must_and_only_there(row: Row) -> None:
    assert row.is_raised() == row.fires


def test_every_position_has_a_clause_that_fires_and_one_that_does_not() -> None:
    elsewhere = {"law-forum-split"}
    here = positions_on("renewal", "unfair-terms", "assignment", "forum", "third-parties") - elsewhere
    assert {(row.position, row.fires) for row in ROWS} == {(name, fires) for name in here for fires in (True, False)}


@pytest.mark.parametrize(("forum", "fires"), [("gb-eaw", False), ("us-ny", True)])
def test_courts_that_do_not_go_with_the_law_are_told(forum: str, *, fires: bool) -> None:
    reading = reading_of("The law of England governs, and the courts named decide.")
    law, courts = quote(reading.document.text, "law of England"), quote(reading.document.text, "courts named")
    contract = replace(
        reading.contract,
        governing_law=GoverningLaw(text=law.text, start=law.start, end=law.end, value="gb-eaw", name="England"),
        forum=Forum(
            text=courts.text,
            start=courts.start,
            end=courts.end,
            value=forum,
            name=forum,
            kind="court",
            exclusive=True,
        ),
    )
    found = first_match(PLAYBOOK["law-forum-split"].when, replace(reading, contract=contract))
    assert (found is not None) == fires
