"""The supplier's positions on what is paid, when, and what may be taken off."""

import pytest

from tests.supplier_rows import Row, positions_on, rows

# What a row says is told in tests/supplier_rows.py.
TABLE = """
payment-very-slow @ Payment Terms
+ Customer shall pay each invoice within 120 days.
- Customer shall pay each invoice within 30 days.
payment-very-slow
+ Payment is made on the tenth of the month after expiry of 110 days since delivery.
+ Customer will pay 95 days after the end of the campaign.
+ Sums become due one hundred twenty (120) days after receipt of the invoice.
- Customer will pay within 45 days from receipt of the invoice.
- Supplier shall deliver within 120 days after receipt of the order.
+ Invoices fall due ninety days after the end of the month of their receipt.
payment-slow @ Payment Terms
+ Customer shall pay each invoice within sixty (60) days of receipt.
- Customer shall pay each invoice within thirty (30) days of receipt.
payment-arrears
+ Supplier shall invoice the charges yearly in arrears.
- Supplier shall invoice the charges yearly in advance.
payment-on-approval @ Payment Terms
+ Customer shall pay within 30 days after approval of the invoice by its finance team.
- Customer shall pay within 30 days after receipt of the invoice.
payment-on-approval
+ The fee is earned on acceptance only, and acceptance lies in the Customer's discretion.
- The fee is payable 30 days after delivery.
- Royalties are payable only upon acceptance of the report by the agent, less commission.
pay-when-paid
+ Customer shall pay Supplier within ten days of receipt of payment from its own client.
- Customer shall pay Supplier within thirty days of the invoice.
+ Supplier is paid once Customer has received the corresponding sum from its own client.
+ The Customer pays only when the end user has paid it.
+ Customer's obligation to pay arises only when its principal has released the funds.
- Customer shall pay within 30 days, whether or not its own client has paid.
- Supplier shall pay its subcontractors when due, also before the end client pays.
set-off
+ Customer may set off any amount owing under other agreements against the charges.
- Customer may set off sums that are agreed or adjudged.
+ Customer may net off any claim of its affiliates, whether or not admitted, against what it owes.
+ Customer may deduct from any invoice whatever it believes Supplier owes.
- Customer may set off claims that are agreed or adjudged, of affiliates too.
- Customer may not set off any claim.
- Customer may deduct from the price the tax that it determines the law asks for.
withholding
+ Customer may withhold any invoiced amount.
- Customer may withhold an amount that it disputes in good faith.
+ Customer may hold back any part of an invoice for so long as it considers fit.
+ Customer may reduce the invoice where in its judgment the work falls short.
- Customer may withhold the undisputed part of no invoice, and only in good faith.
- Customer may withhold tax from payments as long as the law requires it.
retention
+ Customer may hold back 10% of each invoice until final acceptance.
- Customer shall pay 10% of each invoice in advance.
+ Customer is entitled to retain 15% of each payment until two years after completion.
- Customer shall pay the retained sum of 5% on acceptance; nothing else.
- Supplier may retain 15% of each payment until the goods are fetched.
invoice-forfeit
+ Customer shall not be obliged to pay an invoice sent later than 60 days after the work.
- Supplier shall send an invoice within 60 days after the work.
+ An invoice that comes later than 60 days after the work need not be paid by Customer and is lost.
- An invoice that comes later than 60 days after the work is paid all the same.
- Interest is lost where an invoice is sent later than 60 days.
low-interest @ Late Payment
+ Overdue sums shall bear interest at 2% a year.
- Overdue sums shall bear interest at 8% a year.
low-interest
+ Late payment by Customer bears no interest.
- No interest is due on the deposit if delivery is late and payment is refunded.
- Overdue payments carry interest at nine percent a year.
high-interest @ Late Payment
+ Overdue sums shall bear interest at 3% per month.
- Overdue sums shall bear interest at 1% per month.
monthly-interest @ Late Payment
+ Overdue sums shall bear interest at 1% per month. The law of Ontario applies.
- Overdue sums shall bear interest at 1% per month (12% per year). The law of Ontario applies.
free-changes
+ Supplier shall carry out any changes Customer asks for at no extra cost.
- Supplier shall carry out any changes at a price agreed beforehand.
+ The costs and dates that a change affects are borne by Supplier; it shall carry out every variation.
+ Supplier must redo the videos as often as asked, for the same fee, and make all changes.
+ Supplier shall give effect to each variation without adjustment of the charges.
- Each variation is priced; Supplier shall make no change without a written order.
- Supplier shall correct a defect at no extra charge and change the part.
best-price-past
+ Supplier shall charge no more than the lowest price of any other customer and refund the difference.
- Supplier shall charge the prices in Schedule 2 and refund what was paid twice.
+ If Supplier sells cheaper to another, the price shall fall to the same level with retroactive effect.
- Supplier may sell cheaper to others, and nothing is refunded, since the start or later.
- A price that was wrong from the start is refunded to Customer.
best-price @ Most Favored Nation
+ Supplier shall give Customer prices no less favourable than those of other customers.
- Supplier shall give Customer prices no less favourable than other customers of similar volume have.
best-price
+ The Supplier shall at all times grant the Customer the most favourable terms that it grants anyone.
+ If Supplier sells cheaper to another, the price shall fall to the same level with retroactive effect.
- Customers of similar volume get the best price, which Supplier shall grant to any other.
- Supplier need not offer the lowest price that others get.
price-reduction @ Payment Terms
+ Each year the prices shall be reduced by 3 percent.
- Each year the prices may rise by 3 percent.
price-reduction
+ Supplier grants a price reduction of 4 % on each first of March.
+ Supplier shall reduce its prices by three percent each year.
+ A productivity gain of 5% a year is passed on: prices are reduced every January.
- Supplier grants a price reduction of 4 % for a volume above a thousand each year.
- Prices rise by 3 % each year.
+ The prices will be reduced by three per cent at each anniversary.
price-frozen
+ The prices shall be fixed for the term.
- The prices shall be fixed for the term unless the index rises by a tenth.
+ The prices are fixed prices for the duration of five years.
+ Prices shall not be adjusted for inflation, whatever raw material costs; there is no price adjustment.
+ The rates are held firm throughout the term of this Agreement.
- The prices are fixed for twelve months.
- The prices are fixed for the term, unless the index rises by a tenth.
stock-at-risk
+ Supplier shall keep a safety stock of ten weeks at its own risk.
- Customer shall buy the safety stock when this Agreement ends.
+ Supplier has to keep a buffer stock of eight weeks at its own cost.
+ Supplier shall hold a reserve stock; Customer is under no obligation to take it.
+ Supplier must maintain weeks of stock for its own account.
- Customer shall buy the safety stock that Supplier keeps.
- The reseller shall keep a stock of goods at its own cost.
- Supplier shall keep weeks of stock, which Customer shall buy at the end.
no-volume
+ Customer makes no commitment and may purchase any quantity, and does not guarantee any volume.
- Customer shall purchase at least a thousand pieces a year.
+ Customer gives no commitment as to volume.
+ Customer is not obliged to order any quantity.
+ There is no guarantee of orders, and Customer need not buy any volume.
- Customer shall order at least 500 pieces; the quantity is firm.
- The estimate binds neither party until it is signed.
- Supplier grants Customer a non-exclusive right to use the Platform for its internal business only.
- Customer may give the report to its advisers on a non-exclusive basis for the work of its own business.
+ Customer appoints Supplier on a non-exclusive basis and may place work with others.
+ This is a framework only: no quantity of work is promised.
all-orders
+ Supplier shall accept all purchase orders.
- Supplier shall accept orders within its capacity.
refund-any-reason
+ Supplier shall refund prepaid charges on any termination.
- Supplier shall refund prepaid charges if it is in breach.
+ Supplier shall refund all prepaid sums, used or not, whenever this Agreement ends.
- Supplier shall refund prepaid fees for the time after its own breach ends this Agreement.
- Prepaid fees are not refunded, whatever the reason.
buy-back
+ Supplier shall repurchase unsold stock at the end.
- Supplier may repurchase unsold stock at the end.
+ Supplier must take back unsold goods at the invoice price.
- Supplier may take back unsold goods.
- Customer shall take back unsold goods from its dealers.
clawback
+ Supplier shall repay the signing bonus if it leaves within two years.
- Supplier shall repay sums paid by mistake.
+ Customer may take back fees already paid if a post loses views.
+ Customer can demand repayment of fees where it later finds the result poor; it may reclaim the sums paid.
+ If the engagement ends within two years for any reason, the gross bonus shall be repaid.
- Customer may reclaim sums paid by mistake.
- Supplier shall repay the loan when the employment ends.
title-before-payment
+ Title to the goods shall pass on delivery.
- Title to the goods shall pass on delivery, but not before payment in full.
rent-abatement
+ If the rooms cannot be used Customer may withhold rent.
- There shall be no abatement; Customer must pay rent in any case.
own-price-power
+ Supplier may increase the fees on ten days' notice.
- Supplier may increase the fees by not more than the index.
forfeit-earned
+ Supplier shall forfeit any unpaid commission on termination.
- Supplier shall be paid its commission up to termination.
+ If Customer ends the order, nothing more is payable, even for work already done.
+ On such an end only finished goods are paid; further claims for unfinished goods are excluded.
+ No compensation shall be payable for plant or parts bought for the services.
- If Customer ends the order, it has to pay for work already done.
- After full payment no further payment is due for the goods.
wage-deduction
+ Customer may deduct losses it thinks were caused from final pay.
- Customer may deduct tax required by law from final pay.
+ Customer is authorized to deduct from wages any amount that it believes is owed to it.
+ Customer may hold back from the final pay whatever it considers it is owed.
+ Customer shall be free to take from any remuneration the amount it claims.
- Customer shall deduct tax from wages as the law requires.
- Customer may deduct from wages what a court order says is owed.
expenses-included
+ Supplier shall bear all expenses of its travel, which shall not be reimbursed.
- Customer shall repay travel expenses at cost.
+ All travel is at the Supplier's expense.
- Expenses of travel are reimbursed at cost.
- Each party bears its own legal expenses, at Supplier's cost or at Customer's.
own-deposit
+ Supplier may commingle the deposit with its own funds.
+ The security is not held apart; Supplier may mix it with its own money.
+ Upon any default the entire deposit shall be forfeited to Supplier.
- Supplier shall not commingle the deposit with its own funds.
- Upon a default Supplier may keep of the security deposit what is owed.
pay-cut
+ The Board may adjust the salary downward at any time.
+ Customer may at its discretion lower the hourly rates; it may reduce the fees payable to Supplier by notice.
+ Customer reserves the right to reduce the remuneration as it sees fit.
- The salary may be adjusted by agreement of the parties at any time.
- Supplier may adjust the charges at any time.
+ Customer may unilaterally reduce the agreed rates.
severance-fragile
+ All severance shall cease upon any breach of the covenants.
+ Any severance paid is to be repaid where the employee breaks a covenant, however slight.
+ Separation pay is given only for a release in a form satisfactory to Customer.
- Severance shall cease upon a material breach that is not cured.
- Severance is paid in three instalments after the end.
vested-equity
+ Customer may buy vested shares back at the lower of cost and value.
+ On leaving, vested options are forfeited for nothing.
+ If the holder competes, vested units shall be surrendered without consideration.
- Vested shares are bought back at fair value as an expert sets it.
- Shares that are not vested lapse on leaving; vested rights stay.
spares
+ Supplier must deliver spare parts for fifteen years after the end of the series.
+ Supplier shall keep repair parts available for twelve years following the last delivery.
+ For years after the end Supplier must supply spare parts at the last price.
- Supplier shall supply spare parts for five years after the last delivery.
- The distributor shall stock spare parts for ten years after the sale.
taxes-ours
+ The prices are inclusive of all taxes, whatever their rate, and are not increased if any tax rises.
- The prices are exclusive of all taxes.
performance-bond
+ The Supplier shall provide a performance bond of 10% of the price, payable on first demand.
- The Customer shall provide a bank guarantee for the price.
chargebacks
+ Each late carton is subject to a handling charge under the vendor manual, to be deducted from the Supplier's invoice.
- The Customer shall pay the Supplier without deductions.
success-only
+ The Supplier is paid no fee unless the campaign meets its targets.
- The Supplier is paid for its hours, whether or not the campaign succeeds.
royalty-eroded
+ Royalties are paid after deduction of the Customer's marketing costs and overheads.
- Royalties are paid without deduction of any costs.
their-reckoning
+ The Customer's records are conclusive as to the commission due.
- The Supplier may inspect the Customer's records of the commission due.
no-order-no-pay
+ Work done without a written order is at the Supplier's risk and shall not be paid.
- The Customer shall pay for all work that it has ordered in writing.
risk-ours
+ The risk in the goods shall remain with the Supplier until final acceptance.
- The risk in the goods passes to the Customer on delivery.
"""
ROWS = rows(TABLE)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_position_fires_where_it_must_and_only_there(row: Row) -> None:
    assert row.is_raised() == row.fires


def test_every_position_has_a_clause_that_fires_and_one_that_does_not() -> None:
    here = positions_on("payment")
    assert {(row.position, row.fires) for row in ROWS} == {(name, fires) for name in here for fires in (True, False)}
