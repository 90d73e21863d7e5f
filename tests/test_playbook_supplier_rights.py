"""The supplier's positions on what is made, known and told, and where it may be used."""

import pytest

from tests.supplier_rows import Row, positions_on, rows

# What a row says is told in tests/supplier_rows.py.
TABLE = """
passed-on-freely
+ Customer may share what it learns with investors and other partners.
- Customer may share what it learns with advisers who are bound by the same duty.
+ Recipient may disclose the information where it considers this useful.
copies-kept
+ Customer may keep the confidential information for its records and for development.
- Customer may keep one copy of the confidential information as applicable law requires.
+ Customer need not return analyses, even if they contain confidential information of the Discloser.
- Customer shall destroy its analyses if they contain confidential information of the Discloser.
gag
+ The employee shall not disclose salaries or a suspected breach of law to any person or authority.
- The employee shall not disclose trade secrets to any person; nothing in this clause prevents a report to an authority.
+ The employee shall never disclose to a court or agency any fact on the conduct of Customer.
+ The executive must not discuss wages with anybody.
+ Supplier agrees not to reveal to any regulator a breach of law. The employment goes on.
- The executive must not discuss customers with anybody; reports to an authority are permitted.
- The employee shall not disclose prices to a court, except as the law requires.
ip-grab @ Ip Ownership Assignment
+ All pre-existing rights of Supplier shall vest in Customer.
- All rights in the report shall vest in Customer.
ip-grab
+ All know-how which already exists with Supplier and is used in the project belongs to the Customer.
+ Methods and tools that Supplier brings to the project become the property of Customer, whenever made.
+ Inventions and process parameters present or future shall vest in Customer.
- The report shall vest in Customer; tools made before it remain with Supplier.
- Customer assigns all rights in its suggestions, whenever made, which belong to the Supplier.
+ Foreground and background know-how shall become Customer's.
+ The Supplier's pre-existing tools incorporated in the result shall become property of the Customer.
+ Everything that Supplier has developed, at whatever time, and uses for Customer becomes Customer's property.
- Drawings that Customer had developed earlier remain the property of the Customer.
+ Inventions and know-how that are present at Supplier's works belong to Customer, who may use them.
- Inventions and know-how that already exist belong to Supplier, and Customer may use them.
ip-product @ Ip Ownership Assignment
+ Supplier assigns all rights in the work. "Work" includes improvements to the software.
- Supplier assigns all rights in the report on the site.
ip-product
+ Customer shall own any improvement to Supplier's platform that results from the project.
+ Customer is to be the proprietor of all refinements of Supplier's process.
- Customer shall own the report; every improvement to the platform remains with Supplier.
- Customer shall own improvements to its own recipes, which are customer data.
ip-no-background @ Ip Ownership Assignment
+ Supplier hereby assigns all rights in the Deliverables to Customer.
- Supplier hereby assigns all rights in the Deliverables upon payment, save for its background rights.
ip-no-background
+ Customer owns all results from the moment of creation, whether or not Supplier has been paid.
+ The films are the exclusive property of Customer as they are created.
+ We own all rights in the posts, whether or not we pay.
- All results vest in Customer upon payment and not on creation.
- Supplier owns all rights in the software on creation.
+ Ownership of the drawings is transferred as soon as they are drawn, paid or unpaid.
inventions-wide @ Ip Ownership Assignment
+ Supplier shall assign every invention, whether or not made outside working hours.
- Supplier shall assign every invention made in the work.
inventions-wide
+ An invention that Supplier makes within a year after the end is presumed to belong to Customer.
+ Any idea conceived by staff of Supplier in the six months after termination is deemed the property of Customer.
+ Improvements made after this Agreement ends shall be assigned by Supplier.
- An invention that is made after termination belongs to Supplier, and the licensee is to make no claim.
- Supplier shall disclose each invention made in the work.
+ Inventions made by the employee in spare time and without tools of Customer shall likewise be Customer's.
joint-ip @ Joint Ip Ownership
+ New alloys shall be jointly owned by the parties.
- New alloys shall be jointly owned, and each may use them without accounting to the other.
licence-irrevocable @ Irrevocable Or Perpetual License
+ Supplier grants Customer an irrevocable licence of the software.
- Supplier grants Customer a perpetual licence of the software.
licence-irrevocable
+ Supplier grants Customer an irrevocable, perpetual licence for any purpose.
- Supplier grants Customer a licence for the term.
- Customer grants Supplier an irrevocable, perpetual licence to its suggestions.
affiliate-use
+ Customer may let any number of users have access to the tool.
- Customer may let 200 named users have access to the tool.
source-code @ Source Code Escrow
+ Supplier shall deposit the source code, to be released on any breach.
- Supplier shall deposit the source code, to be released if it becomes insolvent.
source-code
+ Supplier shall hand over the source code upon request.
+ Supplier shall disclose its source code to Customer whenever asked.
- Supplier shall give no source code on request; it shall not disclose it.
- Supplier shall deposit the source code for release if it becomes insolvent, and deliver it then at any time.
sublicence-free @ License Grant
+ Customer may freely sublicense the marks to others.
- Customer may not sublicense the marks to others.
sublicence-free
+ Customer may copy, adapt and resell the software without restriction.
- Customer may not resell the software freely.
- Customer may resell the goods.
ip-warranty
+ Supplier warrants that the software shall not infringe any right.
- Supplier warrants that, to its knowledge, the software shall not infringe any right.
+ Supplier warrants that the work does not infringe any right of any third person.
+ Supplier represents, without qualification, that nothing in it is infringing a patent.
+ Supplier guarantees that no use, alone or in combination, will infringe.
- Supplier warrants that, to the best of its knowledge, the work does not infringe any right of any person.
- Customer warrants that its content does not infringe any right of any person.
post-term-restraint @ Non-Compete
+ For two years after termination Supplier shall not compete with Customer.
- Supplier shall not compete with Customer during the term.
post-term-restraint
+ For three years beyond the end Supplier shall not supply similar goods to a competitor.
+ Supplier will not, during the term and 24 months thereafter, invest in a competing firm.
+ For a year afterwards Supplier must not work for anyone in the same field; competitors of Customer are barred.
- For two years after the end Supplier will not speak about competitors in a way that disparages Customer.
- Customer shall not compete with Supplier for one year after the end.
+ For two years from expiry Supplier shall abstain from any activity in competition with Customer.
+ You may not work for any of our clients for 24 months after we part ways.
+ Supplier shall keep out of the market for valves for four years following the end of this Agreement.
+ Supplier may not provide comparable services to any competitor during the two years after this Agreement.
mutual-restraint @ Non-Compete
+ For three years after termination neither party shall compete for those customers.
- For six months after termination neither party shall compete for those customers.
mutual-restraint
+ For eighteen months following its expiry the Customer shall not stock competing goods.
+ Customer must not, for two years thereafter, sell similar products.
+ Customer may not compete with Supplier for three years after the end.
- Customer may not sell competing goods during the term.
- For six months after the end Customer may not sell competing goods.
exclusivity @ Exclusivity
+ Supplier shall not sell the valves to any third party.
- Supplier shall not sell the valves to others while Customer buys the minimum of Annex 2.
exclusivity
+ Supplier shall deal with Customer alone in the field of pumps and with nobody else.
+ Supplier shall not offer its product to any other retailer.
+ During the term Supplier will serve no one but Customer.
+ Supplier shall refrain from selling to other retailers.
- Supplier may sell to any other retailer.
- Supplier shall disclose the information to nobody else, and sell it to no one.
no-hire @ No-Solicit Of Employees
+ Supplier shall not solicit employees of Customer.
- Neither party shall solicit employees of the other for 12 months.
no-hire
+ Supplier shall not employ any person who worked for Customer within the last three years.
customer-solicit @ No-Solicit Of Customers
+ Supplier shall not approach clients of Customer.
- Customer shall not approach clients of Supplier.
customer-solicit
+ Supplier shall not contact Customer's clients for 36 months following termination.
first-refusal @ Rofr/Rofo/Rofn
+ Customer shall have a right of first refusal over a sale of the product line.
- Customer shall be told of a sale of the product line.
first-refusal
+ Before it sells its business Supplier shall offer it to Customer on the same terms.
- Supplier may sell its business without asking Customer.
- Customer shall first offer the shares to Supplier before a sale.
no-challenge @ Covenant Not To Sue
+ Supplier shall release Customer and covenants not to sue.
- Supplier shall not challenge the validity of the marks.
no-challenge
+ Supplier agrees not to bring any claim against Customer.
- Customer waives all claims against Supplier.
- Supplier agrees not to contest the validity of the marks.
resale-price
+ Customer shall not resell below the minimum prices set by Supplier.
- Customer is free to set prices; the resale prices in Annex 1 shall be recommended only.
passive-sales
+ Customer shall not sell outside the territory of France.
- Customer shall not make active sales outside the territory of France.
exclusive-licence @ Exclusivity
+ Supplier grants Customer an exclusive licence for Asia.
- Supplier grants Customer an exclusive licence for Asia while the yearly target is met.
outside-work
+ Supplier shall not take other engagements and shall not engage in any other business.
- Supplier may provide services to any third party and is free to do so.
+ The contractor shall give its whole time to Customer and take on no other work.
- The contractor may work for others.
- Supplier shall give support during the whole day.
incident-hours
+ Supplier shall report each data breach within 12 hours.
- Supplier shall report each data breach within 48 hours.
+ Supplier shall inform Customer of any security incident within six hours.
+ Supplier must report any suspected breach of personal data within eight hours.
+ Supplier must notify any data breach within 4 hours.
- Supplier shall report a security incident within three days.
- Supplier shall answer questions on a security incident within 4 hours of response time.
incident-costs
+ Supplier shall bear every cost of notice after a data breach.
- Supplier shall bear the cost of notice after a data breach to the extent it caused it.
+ Supplier bears all costs of notification, credit watch and fines after any data incident, whatever its cause.
+ Supplier shall pay every cost that follows from a security incident.
- Customer bears the costs of a data incident.
- Supplier bears the costs of a data incident to the extent it caused it.
incident-too-slow
+ Supplier shall notify Customer of a breach of personal data within 15 working days.
- Supplier shall notify Customer of a breach of personal data without undue delay.
own-purposes
+ Supplier may use personal data for its own purposes.
- Supplier shall not use personal data for its own purposes.
+ Supplier may use Customer data for training of its models. It includes personal data.
+ Supplier is free to use the usage data for marketing purposes. Personal information is part of it.
+ Email addresses of patients may be used by Supplier for product development.
- Supplier may not use Customer data for training of models. It includes personal data.
- Supplier may use Customer data, which includes personal data, for product development only for anonymised statistics.
+ Supplier may exploit the Customer's personal data to develop its own products.
subprocessor-terms
+ Supplier shall not be bound for a sub-processor and is not liable for it.
- Supplier shall bind each sub-processor to the same duties and remains liable for it.
subprocessors-consent
+ Supplier shall engage a sub-processor only with prior written consent.
- Supplier may engage a sub-processor unless Customer objects.
+ No subprocessor may be used unless Customer has agreed in writing to each one.
- Subprocessors may be used unless Customer objects.
- No subprocessor is used for this service.
absolute-security
+ Supplier shall guarantee the security of all data.
- Supplier shall keep appropriate measures for the security of all data.
+ Supplier guarantees that no unauthorised person will gain access to the data.
- Supplier shall take reasonable care that no unauthorised person has access to the data.
- Customer guarantees that no unauthorised person has access to the data.
data-place
+ Supplier shall not move personal data outside the United Kingdom.
- Supplier shall not move personal data outside the United Kingdom without the safeguards of law.
+ All data must stay in Germany, and Supplier may not reach it from elsewhere.
- Data may leave Germany with the safeguards of law, and must remain in use.
- This clause shall remain in force, and data is deleted after it.
one-way-confidence
+ Supplier shall keep confidential all information of Customer.
- Each party shall keep confidential all information of the other.
+ Customer shall be under no duty of secrecy to Supplier.
- Neither party has a duty of confidence for what is public.
- Supplier is under no duty of confidence to Customer.
confidence-endless
+ Supplier shall keep confidential matters secret in perpetuity.
- Supplier shall keep confidential matters secret for five years.
+ Supplier must keep confidential matters to itself; this obligation has no end date.
+ The duty of confidence is not limited in time.
+ These obligations on secrecy are such as do not expire.
- These obligations of secrecy end after five years.
- The licence is not limited in time and covers the obligations of confidence.
+ Supplier shall for ever keep silent on all it learns of Customer.
+ Supplier shall be silent about everything it hears, without any limit in time.
+ Supplier must treat everything as secret for an unlimited time.
confidence-short
+ After five years the duty of confidence lapses even if the Confidential Information remains secret.
- The duty of confidence lapses after five years, save for Confidential Information that remains secret.
+ The duties on confidential information shall last for a period of one year.
- The duties on confidential information shall last for a period of five years.
+ The duties of the Recipient end on the first anniversary of the date hereof. This is a confidentiality agreement.
+ The restrictions on the Receiving Party will lapse after one year. This is a non-disclosure agreement.
+ Upon expiry the Recipient is free to use the information, including trade secrets.
- The duties of the Recipient end after five years. This is a confidentiality agreement.
- Trade secrets are to be kept for as long as they are secret, without restriction of the law.
+ The duty of secrecy shall end one year after disclosure.
residuals
+ Customer may use confidential information retained in the unaided memory of its staff.
- Customer may use confidential information for this Agreement.
+ The recipient may freely use whatever its staff remember.
+ The Recipient may use ideas kept in mind by its people.
- The memory of the device is for the use of staff.
- The recipient shall not use what its staff remember.
marked-only
+ Information shall be confidential only if it is clearly marked.
- Information shall be confidential if marked or if reasonably seen as such.
+ Information is confidential only if each page is stamped "Confidential".
+ What is said orally shall not be confidential.
+ Proprietary information shall mean papers in tangible form that have a legend.
- Information is confidential if it is stamped or if a reasonable person should be understood to see it as such.
- Confidential information includes what is said, whether or not marked; stamped copies are returned.
+ Only documents bearing the word "secret" are protected.
no-bond
+ Customer may have injunctive relief without posting security.
- Either party may ask for injunctive relief without posting security.
- Supplier must pay $100,000 as compensation without proof of loss.
nda-wide-use
+ Customer may use confidential information for any purpose.
- Customer shall not use confidential information for any purpose but this one.
+ The Recipient may use the confidential information for the deal and for other business purposes.
+ Customer may use the information for purposes of its own.
+ The information can be used by Customer in its own business.
- The Recipient shall not use the confidential information for other purposes.
- Customer may use the information solely for this project and no other purposes.
own-info-free
+ The information supplied by the Supplier shall not be deemed confidential.
- The information supplied by the Supplier shall be deemed confidential.
data-indemnity
+ The Supplier shall indemnify the Customer against all fines and losses that concern personal data.
- The Supplier shall indemnify the Customer against claims that concern personal data to the extent of its fault.
representatives
+ Customer may tell advisers confidential information and is not responsible for them.
- Customer may tell advisers confidential information and is responsible for them.
+ The Recipient shall have no responsibility for acts of a representative. This is a confidentiality agreement.
+ Customer may disclose the information to financing sources as it sees fit.
+ A party is not liable for the misuse by an adviser. The Disclosing Party accepts this.
- Customer may disclose the information to advisers who are bound by duties of secrecy as it sees fit.
- The Recipient is liable for acts of a representative. This is a confidentiality agreement.
+ The recipient may pass the information on to whomever it thinks fit.
work-defined-wide
+ "Results" means all methods that are used or produced by Supplier, whenever made. All Results belong to Customer.
+ "Work Product" includes software that is created before or after the start date. It is the exclusive property of us.
+ "Content" is all that is made for us; it also means anything you post. It is the property of Customer.
- "Results" means the reports that are made under an order. All Results belong to Customer.
- "Confidential Information" means all materials that are received, whenever made. Results belong to Customer.
+ "Deliverables" covers all tools used or produced by Supplier. The Deliverables shall belong to Customer.
- "Deliverables" covers the reports of an order. The Deliverables shall belong to Customer.
derivatives-lost
+ Modifications of the device shall vest in the Party making them, even if derived from the other's technology.
+ All test results are to be the property of the Recipient.
+ What the Recipient develops by its evaluation is owned by the Recipient, improvements too.
- Notes made in the evaluation are the property of the Recipient.
- Modifications of the device remain with its owner, whoever makes them; results follow it.
likeness
+ Customer may use the name, face and voice of the artist forever.
+ The artist's likeness is licensed for any product, without further consent.
+ Customer has the right to a digital replica of the voice and to use it without limit.
- Customer may use the artist's likeness for the campaign only, for six months.
- The voice service is used in any manner that the plan permits.
+ The image of the performer may be exploited in all media and for all products without limit in time.
attorney-given
+ Supplier hereby grants Customer a power of attorney to sign every assignment of an invention.
- Customer appoints the agent as its attorney to file the patents.
tooling-lost
+ Moulds become the property of Customer, whether or not paid for.
+ Tools are owned by Customer even where Supplier made them at its own expense.
+ Title to the dies shall pass to Customer at once, regardless of who paid.
- Tools become the property of Customer upon payment, whoever paid for the drawings.
- Tools that Supplier paid for remain the property of the Supplier; title stays.
talks-exclusive
+ Until June Supplier shall not discuss a similar project with any other buyer.
+ While the parties evaluate the opportunity, Supplier will not approach competitors of Customer about it.
- Neither party shall negotiate with others about the Purpose for sixty days.
- Supplier shall not discuss Confidential Information with any third party.
no-shop
+ For 120 days neither party shall solicit or accept an offer for the purchase of its shares.
+ Supplier shall not negotiate with a third person on a sale of its business for six months.
+ For so long as talks go on, Supplier must not entertain any sale of the company.
- For 30 days Supplier shall not solicit an offer for its shares.
- Supplier shall not solicit employees for 120 days.
confidence-exceptions
+ Confidential information does not include what is similar to knowledge the recipient has.
+ The duty shall not apply to confidential information which, as the recipient sees it, it could have developed itself.
+ Excepted is what it considers to be known; it is not confidential and an exception applies.
- Confidential information does not include what was already known, as written records show.
- Confidential information does not include what is public.
bond-demanded
+ Supplier may ask for an injunction only if it has posted a bond of $1,000,000.
+ No injunctive relief is sought before 20 days' notice; it is granted only after notice.
+ A party must post security for costs of EUR 500,000 before it may seek interim relief; it must first do so.
- Either party may ask for injunctive relief without bond.
- A court may ask for a bond before an injunction.
nda-superseded
+ This Agreement supersedes, and has replaced, the earlier non-disclosure agreement from the date of that agreement.
+ The NDA of May is cancelled ab initio; this Agreement replaces it.
+ This Agreement replaces the confidentiality agreement, which has no effect as to information disclosed thereunder too.
- This Agreement supersedes the earlier confidentiality agreement, which survives for information disclosed under it.
- This Agreement supersedes all earlier talks of the parties.
"""
ROWS = rows(TABLE)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_position_fires_where_it_must_and_only_there(row: Row) -> None:
    assert row.is_raised() == row.fires


def test_every_position_has_a_clause_that_fires_and_one_that_does_not() -> None:
    here = positions_on("ip", "restraint", "confidentiality", "data-protection")
    assert {(row.position, row.fires) for row in ROWS} == {(name, fires) for name in here for fires in (True, False)}
