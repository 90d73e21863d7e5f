"""The supplier's positions on who pays for what goes wrong, how much and how long."""

import pytest

from tests.supplier_rows import Row, positions_on, rows

# What a row says is told in tests/supplier_rows.py.
TABLE = """
staff-indemnity
+ Supplier shall indemnify Customer against dismissal and redundancy claims of personnel that transfer under TUPE.
- Each party bears the cost of its own staff on a transfer under TUPE.
they-exclude-all
+ Customer shall have no liability to Supplier for loss of any kind.
- Neither party shall have any liability to the other for indirect loss.
+ Customer is liable only for intent, for injury to life and body too.
+ Whatever happens, Customer is not answerable for any loss beyond 500 dollars in total.
+ Customer shall not be liable on any ground whatever for any loss, death included.
- Customer is liable only for intent and gross negligence, and either party answers for injury.
- Supplier is liable only for intent.
+ Under no circumstances will Customer owe Supplier any damages, direct or otherwise.
- Under no circumstances shall Customer be liable for indirect loss; it pays direct damages.
- Supplier never owes damages for delay.
claim-time
+ Supplier may bring no claim later than three months after the event.
- Supplier may bring no claim later than three years after the event.
+ If Supplier has a complaint it has to tell us in writing; after ten days Supplier gives it up.
+ Supplier's claims lapse unless they are notified within 14 days.
+ A claim that Supplier does not raise at once is then lost.
- Customer's claims lapse unless they are notified within 14 days.
- Supplier shall pass on a complaint of a third party within 14 days, and no right is lost.
+ Supplier's claims are extinguished unless notified within 10 days of the event.
+ Supplier may not sue later than six months after the cause of action arose.
+ Claims by Supplier must be asserted in writing within one month or are excluded.
+ Any action by Supplier is time-barred four months after delivery.
- A claim of Customer is barred two months after the event.
no-cap
+ Supplier shall provide the services to Customer with care.
- Supplier shall provide the services; its total liability shall not exceed the fees of a year.
- Supplier shall provide the services. The most that Supplier ever pays, whatever the cause, is USD 5,000.
- Supplier shall provide the services, and is liable up to the sums invoiced in the quarter before and no more.
cap-too-high @ Cap On Liability
+ Supplier's liability shall not exceed the fees paid in the thirty-six (36) months before the claim.
- Supplier's liability shall not exceed the fees paid in the twelve (12) months before the claim.
cap-multiple @ Cap On Liability
+ The liability of each party is limited to five times the yearly charges.
- The liability of each party is limited to the yearly charges.
cap-multiple
+ The Supplier's total liability for each claim shall be GBP 25,000,000 or, if higher, 500% of the Charges.
+ Vendor's maximum exposure shall be the greater of ten million dollars and six times the annual fees.
- Supplier's total liability shall not exceed 100% of the charges.
- Interest of 150% of the base rate is not part of Supplier's total liability.
cap-insurance @ Cap On Liability
+ Supplier's liability is limited to the sum for which it is insured.
- Supplier's liability is limited to the charges of one year.
one-way-cap @ Cap On Liability
- For each day of delay the Supplier shall pay one percent of the price, without limit, beside damages.
+ The liability of Customer shall not exceed the charges of one year.
- The liability of each party shall not exceed the charges of one year.
one-way-cap
+ There is no limit on what Supplier may have to pay under this Agreement, liability for delay included.
+ Supplier shall be liable without limitation of amount for every default.
+ Supplier's liability to Customer shall not be subject to any limit.
- The liability of the Customer is not subject to any limit.
- Supplier shall be liable for fraud, and for that its liability is not subject to any limit.
+ Supplier's liability hereunder shall know no pecuniary ceiling.
+ The Supplier shall be answerable to the Customer for all loss howsoever arising, and no limit shall apply thereto.
+ Customer's liability, whatever its ground, is limited to the fees for one week.
+ The damages recoverable from Supplier are not restricted in any manner whatsoever.
+ Supplier carries unlimited responsibility in damages for anything that goes wrong with the deliverables.
- Customer's licence covers an unlimited number of users, and liability for each is limited.
- Each party's liability is limited to the fees of a year, with no ceiling for fraud.
limit-swallowed @ Uncapped Liability
+ The cap does not apply to the liability of Supplier under clauses 3, 4 and 9.
- The cap does not apply to the liability of Supplier for fraud.
limit-swallowed-among-others @ Uncapped Liability
+ The cap does not apply to the liability of Supplier for fraud or for any breach of clause 4.
- The cap does not apply to the liability of Supplier for fraud or death.
wide-carve-outs @ Uncapped Liability
+ The limits do not apply to Supplier's liability for a security breach that exposes personal data.
- The limits do not apply to Supplier's liability for fraud.
wide-carve-outs
+ The cap in this clause shall not apply to loss of data, breach of confidence or breach of Schedule 4 by the Supplier.
+ Nothing in this clause restricts what the Customer may claim from the Supplier for a data incident.
- The cap does not apply to fraud.
- Each party's cap does not apply to a data breach; it is three times the fees instead.
confidence-uncapped @ Uncapped Liability
+ Except for breach of its duty to keep matters confidential, neither party is liable for more.
- Except for gross negligence, neither party is liable for more.
strict-liability @ Limitation Of Liability
+ Supplier is liable for loss of the exhibits regardless of fault.
- Supplier is liable for loss of the exhibits that its negligence causes.
strict-liability
+ Supplier is liable for damage to the exhibits without regard to fault.
+ Supplier must answer for loss of the parcels whether or not it was at fault; it is liable for the full value.
+ Independently of fault Supplier shall be liable for all damages from the use of the castings.
- Supplier is not liable for such damage, no matter who is at fault.
- Supplier shall be liable for damage that is due to its fault.
+ The Supplier bears the risk of loss of the Customer's materials, even where it is in no way to blame.
+ Liability of the Supplier shall exist even where no negligence can be laid at its door.
no-damages-exclusion
+ Supplier shall be liable to Customer for loss that its breach causes.
- Neither party shall be liable for indirect loss.
one-way-exclusion @ Exclusion Of Damages
+ Customer shall not be liable for lost profits or indirect loss.
- Neither party shall be liable for lost profits or indirect loss.
consequential-recoverable
+ Supplier shall pay for every loss of Customer, including loss of profit.
- In no event shall Supplier pay for loss, including loss of profit.
+ Supplier shall reimburse Customer for lost sales and downtime of its plant resulting from any defect.
+ Supplier shall make good all consequential and economic loss of Customer.
- Supplier shall not be liable for lost profit or downtime and need not pay for it.
- Supplier shall pay for planned downtime that it caused, but not for lost sales.
personal-liability
+ The directors of Supplier shall be personally liable for its debts.
- No director of Supplier shall be personally liable, nor have a personal duty; no personal guarantee is given.
+ Each founder of Supplier guarantees personally, by signing below, that Supplier will perform its obligations.
+ The two members of Supplier shall stand surety, with all their assets, for the performance of the services.
+ The director of Supplier shall give a guarantee, personally and without limit, of all obligations of the Supplier.
- The director of Customer shall be personally liable for all obligations of the Customer.
- No director of Supplier shall be personally liable.
+ The managing director of the Supplier is jointly liable with it as a personal debtor.
- The Recipient's members shall guarantee its obligations personally.
joint-several
+ Supplier shall be liable jointly and severally with its subcontractors.
- Supplier shall be liable for its own subcontractors.
+ Supplier and each of its subcontractors are jointly and severally answerable for the whole of the work.
- Supplier and its subcontractors are not jointly liable.
- Customer and its affiliates are jointly and severally liable for the fees.
insurance-demands @ Insurance
+ Supplier shall name Customer as an additional insured under every policy.
- Supplier shall carry liability insurance and show a certificate each year.
insurance-demands
+ The Supplier shall maintain cyber insurance of USD 20,000,000 naming the Customer as loss payee.
- Supplier shall carry insurance as the law requires.
- Customer shall name Supplier as loss payee in its insurance.
cover-cost
+ Supplier shall pay the whole cost when Customer has to buy elsewhere.
- Supplier shall have no liability for the cost of replacement goods.
+ Supplier shall pay the price difference where Customer covers its needs elsewhere.
- Supplier is not liable for the extra cost of a replacement.
- Customer pays the price difference where it buys elsewhere.
own-cap-fragile @ Cap On Liability
+ Supplier's liability shall not exceed the charges of one month.
- Save for fraud, Supplier's liability shall not exceed the charges of one month.
own-cap-fragile
+ Supplier's aggregate liability, even in the event of fraud or wilful default, is limited to 5,000 euros.
+ Supplier's liability is capped at a monthly fee, whatever the cause, wilful acts and gross negligence not excepted.
+ IN NO EVENT SHALL SUPPLIER'S LIABILITY IN CONTRACT OR TORT (INCLUDING GROSS NEGLIGENCE) EXCEED THE FEES OF A MONTH.
- Supplier's liability is limited to the fees of a year, except for fraud and wilful misconduct.
- Nothing in this Agreement limits liability for death, whatever the cause; else it is limited to the fees of a year.
indemnity-all-losses @ Indemnification
+ Supplier shall indemnify Customer on demand for every cost connected with the services.
- Supplier shall indemnify Customer against claims of a third party that the software infringes.
indemnity-all-losses
+ Supplier must cover the company for all losses that have anything to do with the campaign.
+ Supplier shall hold us free from all claims, losses and fines in any way connected with the event.
+ Supplier shall compensate us for all losses and legal costs whatever in connection with the posts.
- Supplier shall compensate us for damages to the extent caused by its negligence in any claim.
- Each party shall make good to the other the loss from any claim that it caused.
+ You agree to defend us and pay whatever we lose because of your work, even if part of it is our own doing.
+ Supplier undertakes to relieve Customer of every demand made by anyone in relation to the deliverables.
+ Supplier agrees to hold Customer free of any third-party demand, irrespective of Customer's contribution to it.
+ Supplier shall defend and compensate Customer for all expenses linked to the project.
wide-indemnity @ Indemnification
+ Supplier shall indemnify Customer for its costs of putting right a failure.
- Supplier shall indemnify Customer against claims brought by a third party.
wide-indemnity
+ Supplier will indemnify Customer for infringement; Customer alone conducts the defence and settles as it sees fit.
indemnity-their-fault @ Indemnification
+ Supplier shall indemnify Customer for injury, including the negligence of Customer itself.
- Supplier shall indemnify Customer for injury to the extent that Supplier causes it.
indemnity-their-fault
+ Supplier shall hold us free from every claim, whosoever caused it.
+ Supplier must indemnify Customer on first demand against any claim of a third party.
+ Supplier shall protect us against claims, also where they rest on our instructions or our products.
- Supplier shall indemnify Customer against claims of third parties, except to the extent that Customer caused them.
- Customer shall indemnify Supplier on first demand against any claim.
+ Supplier shall bear all fines, whether or not it is responsible for them.
own-fault-doubtful @ Indemnification
+ Customer shall indemnify Supplier against all claims from the machines, however caused.
- Customer shall indemnify Supplier against claims of third parties from its own content.
own-fault-doubtful
+ Customer shall hold Supplier harmless from all fines, those imposed for its own breach included.
+ Customer must indemnify Supplier for regulatory penalties of every kind.
+ Customer shall keep Supplier harmless even where losses result from a failure of the safeguards of Supplier.
- Customer shall indemnify Supplier to the extent that fines are imposed for the acts of Customer.
- Each party shall indemnify the other for its own default.
indemnity-control @ Indemnification
+ Supplier shall indemnify Customer against third party claims of infringement.
- Supplier shall indemnify Customer against third party claims if it has sole control of the defence.
indemnity-control
+ Supplier will indemnify Customer for infringement; Customer alone conducts the defence and settles as it sees fit.
indemnity-uncapped @ Uncapped Liability
+ Except for its indemnity under clause 7, Supplier's liability is limited to the charges of a year.
- Except for fraud, Supplier's liability is limited to the charges of a year.
infringement-exceptions
+ Supplier shall defend Customer against claims that the software infringes a copyright.
- Supplier shall defend Customer against claims that the software infringes, unless Customer had it modified.
+ Supplier will indemnify Customer for infringement; Customer alone conducts the defence and settles as it sees fit.
status-indemnity
+ Supplier shall indemnify Customer for income tax and social security if it is held to be an employee.
- Supplier shall indemnify Customer against claims of a third party for infringement.
+ Supplier shall make good to Customer what a tax authority claims where a worker is treated as an employee.
- Supplier shall pay its own taxes to the tax authority.
- Customer shall reimburse Supplier if a tax authority claims contributions for an employee.
recall-cost
+ Supplier shall pay the cost of each recall that Customer decides on.
- Supplier shall pay the cost of a recall to the extent its defect caused it.
+ The costs of a recall shall be borne by Supplier where Customer thinks it useful.
+ Supplier must reimburse Customer for every expense of a field action.
+ All expenses of withdrawal from the market are for the account of Supplier, who must pay them at once.
- Supplier shall bear the cost of a recall caused by a defect in its goods.
- Supplier is not responsible for the cost of a recall.
+ The Supplier shall refund to the Customer the expense of any recall which the Customer in its discretion undertakes.
+ Supplier is obliged to compensate Customer for all costs of a product withdrawal that Customer orders.
agreed-damages @ Liquidated Damages
+ Supplier shall pay 2,000 dollars as liquidated damages for each day of delay.
- Supplier shall pay 2,000 dollars for each day of delay, up to 20,000, as the sole remedy.
agreed-damages
+ The Supplier refunds three times the overcharge that the Customer's auditor finds.
- The Supplier refunds the overcharge that the Customer's auditor finds.
+ For each calendar day of delay in delivery Supplier shall pay a penalty of 2 % of the order value.
+ For each week by which a milestone is late the fees are reduced by five percent (5%), whatever the cause.
+ In every case of disclosure Supplier must pay a penalty of EUR 50,000.
- For each day of delay in delivery Supplier shall pay a penalty of 0.2 % of the order value, at most 5 % of it.
- Customer shall pay interest of 2 % for each month by which payment is late.
+ If a key person leaves, Supplier must pay $100,000 as compensation without proof of loss.
+ Where a service level is missed Supplier shall allow a rebate of $5,000 per incident, over and above damages.
+ On any breach of confidence Supplier shall pay a fixed sum of EUR 75,000, damages being reserved.
+ For late completion Supplier will be charged 3% of the fee per day.
- For late payment Customer shall pay 1% interest per day.
+ In case of delay Customer is entitled to demand a penalty of 1.5 % of the order value for each day.
- In case of delay Customer may claim a penalty of 0.2 % for each day, at most 5 %.
own-multiple @ Payment Terms
+ Customer shall pay four times the list price for excess use found in an audit.
- Customer shall pay the list price for excess use found in an audit.
own-multiple
+ If an audit shows a shortfall, Customer shall pay three times the shortfall.
+ Customer must pay double for any discrepancy that is found.
+ Royalties that were underreported are due from Customer at treble the rate.
- If an audit shows a shortfall, Customer shall pay the shortfall.
- Supplier shall pay twice the value of a lost tool.
own-penalty @ Liquidated Damages
+ Customer shall pay as liquidated damages all remaining fees, and in addition return the goods.
- Customer shall pay as liquidated damages a tenth of the price of the order.
own-penalty
+ On termination all minimum fees for the rest of the term become due at once and Customer must pay them.
+ If Customer misses one payment, all remaining charges shall become immediately payable.
+ Upon default the rent for the unexpired term is accelerated and Customer shall pay it.
- Upon default the rent for the unexpired term is accelerated, discounted to present value, and Customer shall pay it.
- On termination the fees for services rendered become due at once.
+ If Customer ends early it shall pay all fees that would have fallen due, as a genuine pre-estimate.
exit-sum @ Liquidated Damages
+ Whoever ends this Agreement for any reason shall pay $200,000 as damages.
- A party that breaks clause 4 shall pay $200,000 as damages.
credits-not-sole
+ Service credits shall be without prejudice to other remedies of Customer.
- Service credits shall be the sole remedy for a missed level.
+ Service credits are a price adjustment only and leave all other rights of Customer intact.
- Credits for downtime are the sole remedy and come in addition to nothing.
- Payment by credit card is possible in addition to other ways for the monthly fee.
own-claim-period
+ As a condition precedent Customer must give notice of a claim within 20 days.
- As a condition precedent Customer must give notice of a claim within 120 days.
claims-long
+ A claim may be brought until four years after it was found.
- A claim may be brought until one year after it was found.
+ Claims for defects become time-barred ten years after the end product is put into use; Supplier has no other defence.
+ The limitation period for warranty claims is 72 months.
+ Claims on account of defects shall be statute-barred only after six years.
- The limitation period for warranty claims is 24 months.
- Claims of Supplier for its fees have a limitation period of one year.
+ Customer may pursue warranty claims at any time within ten years of delivery.
+ Hidden defects may be claimed up to eight years after acceptance.
warranty-long @ Warranty Duration
+ Supplier warrants the machines against defects for 36 months.
- Supplier warrants the machines against defects for 12 months.
warranty-long
+ The warranty shall run for five years from acceptance.
- The warranty period is twelve months from delivery.
- The warranty runs for one year from acceptance, six months for repaired parts.
deed
+ This Agreement shall take effect as a deed.
- This Agreement shall take effect on signature.
own-inspection
+ Goods that Customer has not rejected within 3 days shall be deemed accepted.
- Goods that Customer has not rejected within 14 days shall be deemed accepted.
+ Goods not complained of within 48 hours are deemed free of defects, hidden ones included.
- Goods not complained of within 200 hours are deemed in order.
- Supplier has 48 hours to answer a complaint on goods.
nda-cap
+ The Recipient shall in no case pay more than 10,000 euros as damages and is not liable for a wilful breach beyond it.
+ The liability of the Receiving Party is limited to $50,000.
+ In no event shall the Recipient be liable for lost profits or consequential loss. This is a confidentiality agreement.
- The Receiving Party shall be liable for every breach of this non-disclosure agreement.
- Neither party is liable to the Recipient for the accuracy of the information, and no liability above $100 exists.
inspection-waived
+ Customer is released from any duty to inspect goods on delivery.
+ Supplier waives the defence of late notice of defects in the products.
+ Customer need not inspect deliveries; it may give notice of defects whenever it finds them.
- Customer shall inspect goods on delivery and give notice of defects within a week.
- Acceptance shall not be a waiver of the right to inspect for defects in the goods.
+ Customer is under no duty to examine the goods on receipt.
own-unlimited
+ The liability of Supplier shall be unlimited.
- The liability of Supplier for fraud shall be unlimited.
acceptance-at-will
+ Acceptance of the work is at the sole discretion of Customer.
- Acceptance of the work takes place when it passes the agreed tests.
penalty-undisputed
+ Customer may keep the performance bond whole upon any breach by Supplier.
- Customer may draw on the performance bond only for sums due and unpaid.
"""
ROWS = rows(TABLE)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_position_fires_where_it_must_and_only_there(row: Row) -> None:
    assert row.is_raised() == row.fires


def test_every_position_has_a_clause_that_fires_and_one_that_does_not() -> None:
    here = positions_on("liability", "indemnity", "liquidated-damages", "limitation")
    assert {(row.position, row.fires) for row in ROWS} == {(name, fires) for name in here for fires in (True, False)}
