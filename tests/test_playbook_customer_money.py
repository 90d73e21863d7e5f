"""The customer's positions on money, term and standing terms: what each fires on, and what it passes over."""

from dataclasses import replace
from typing import Literal

import pytest

from legalai.schema import Period, Quote, QuotedPeriod, Renewal
from tests.advise.builders import no_dates, quote
from tests.customer_clauses import MONEY, fires, made, named, of_focuses, rows

TABLE = rows("""
title-all-sums
+ Title to the Goods does not pass until the Supplier has been paid for those Goods and all other goods supplied.
+ Ownership of the Products shall remain with the Supplier until all sums due on any account have been paid.
+ The Goods remain the property of the Supplier until settlement of all claims from the business relationship.
- Title to the Goods passes to the Customer on payment of their price.
status-doubtful
+ The Supplier is not an employee. / The Supplier shall keep the working hours that the Customer sets.
- The Supplier is not an employee. / The Supplier chooses its own hours and may send a substitute.
sole-judge
+ Whether there is a defect shall be determined by the Supplier in its sole discretion.
- Whether there is a defect shall be determined by an expert.
their-terms-prevail
+ In case of conflict the Supplier's standard terms prevail over this Agreement.
- In case of conflict this Agreement prevails over standard terms of either party.
no-reliance
+ The Customer has not relied on any statement or representation that is not in this Agreement.
- The Customer may rely on the Supplier's written answers.
their-rules
+ The Customer shall comply with the Supplier's policies as amended from time to time.
- The Customer shall comply with the site rules annexed.
consent-by-silence
+ If the Customer does not object within five days, it is deemed to have accepted the amended plan.
- Silence is no consent, and changes need the signature of both parties.
rights-waived
+ The Customer hereby waives every right to rescind and all claims for defects.
- No waiver is effective unless it is in writing.
force-majeure-one-way
+ The Supplier shall not be liable for delay caused by circumstances beyond its control.
- Neither party is liable for delay caused by circumstances beyond its control.
warranty-hollow
+ The warranty becomes void if the Customer is late with any payment.
- The warranty lasts for two years from delivery.
no-criticism
+ The Customer will not publish negative reviews of the Supplier.
- Neither party shall publish negative reviews of the other.
power-of-attorney
+ The Customer hereby appoints the Supplier, which may act as its attorney and sign in its name.
- Neither party may sign in the name of the other.
property-disposed
+ Property of the Customer left on the premises may be sold by the Supplier; the Supplier may keep what it brings.
- The Customer shall collect its property within sixty days after notice.
metric-wide
+ Access through middleware or any other intermediary shall count as a use by each person behind it.
+ A user is also every device that may reach the platform indirectly through another system, and shall be deemed one.
+ Each record sent via interfaces, however many intermediate systems lie between, shall count and must be licensed.
- A user is a person who signs in; access through an intermediary system shall not be counted, and is excluding none.
- The Customer shall not use middleware to reverse engineer the software.
one-way-exit @ Termination For Convenience
+ The Supplier may terminate at any time on notice.
- Either party may terminate at any time on notice.
one-way-exit
+ The Supplier can bring this Agreement to an end whenever it wishes.
- Either party can bring this Agreement to an end whenever it wishes.
no-exit-help
+ The Supplier is not obliged to help with any migration when this Agreement ends.
- For ninety days after the end the Supplier shall help with the migration at the agreed rates.
renewal-price
+ Each renewal is at the Supplier's then-current list price.
- Each renewal is at the old price, increased by the consumer price index.
extend-alone
+ The Supplier may extend the term by two years by notice to the Customer.
- The term may be extended by two years by written agreement of the parties.
own-reasons-exit
+ The Supplier may terminate this Agreement if it ceases to offer the product.
- The Supplier may terminate this Agreement if the Customer is in material breach.
early-end-event
+ If the Supplier decides on redevelopment, it may terminate this lease on six months' notice.
+ On a sale of the building the Supplier may end this tenancy by notice of ninety days.
+ Should the owner wish to demolish the premises, this Agreement may be determined and the tenant shall vacate.
- If the building is damaged by fire and the Supplier does not rebuild it, the Customer may terminate the lease.
- The Supplier shall not demolish the premises during the term.
start-open
+ If the Supplier is unable to give possession on the date fixed, it shall not be liable and this lease is not void.
+ Delay in delivery of possession, however long, shall not entitle the Customer to cancel.
+ The Supplier has no liability if the premises are not ready on the day, and the Customer waives any right to
    rescind.
- If the Supplier fails to give possession it is not liable, but the rent shall abate.
- The Supplier shall deliver the premises on 1 May.
stock-at-end
+ On expiry the Customer shall cease selling, and the Supplier need not buy back unsold stock, at the Customer's own
    loss.
+ The Supplier shall have no duty to take back inventory when this Agreement ends.
+ UPON TERMINATION ORDERS ACCEPTED BUT NOT SHIPPED MAY BE CANCELLED WITHOUT LIABILITY.
- Upon termination the Supplier shall repurchase unsold stock, and is not obliged to pay interest.
- Upon termination the Customer may sell off its inventory within six months.
+ The Supplier need not repurchase stock; upon expiry the Customer may not sell what remains, nor is there any duty
    to take it back.
notice-conditions
+ A break notice shall be effective only if all amounts have been paid in full.
- A break notice shall be effective on receipt.
+ Notice to end shall have no effect unless all sums due have been paid.
- An amendment shall have no effect unless signed and paid for.
ends-at-once
+ This licence shall terminate automatically if the Customer fails to comply with it.
- This licence shall terminate automatically if the Customer fails to cure a breach after notice.
+ On any breach by the Customer this Agreement shall terminate automatically.
+ The Supplier may terminate this Agreement forthwith for any default of the Customer, however trivial.
- The Supplier may terminate this Agreement for any material breach that is not remedied within thirty days.
notice-window @ Renewal Term, Notice Period To Terminate Renewal
+ Notice shall be given no more than 90 days and no less than 60 days before the end.
- Notice shall be given no less than 60 days before the end.
notice-window
+ Notice of non-renewal shall be given not earlier than 120 days and not later than 90 days before expiry.
insecure-default @ Termination For Cause
+ It is a default if the Supplier deems itself insecure.
- It is a default if a party is in material breach and does not remedy it.
insecure-default
+ It shall be a default if the Supplier believes that the Customer may not be able to pay.
+ If in the Supplier's opinion the Customer's credit becomes doubtful, it may terminate.
- Each party represents that in its opinion its financial position is sound, and either party may terminate on
    insolvency.
one-way-cause @ Termination For Cause
+ The Supplier may terminate this Agreement for breach by notice.
- Either party may terminate this Agreement for breach by notice.
one-way-cause
+ The Customer shall in no case be entitled to terminate for breach.
- The Customer shall not be entitled to terminate without cause.
repossession
+ The Supplier may enter the premises without notice and remove the goods.
- The Supplier may enter the premises on ten days' notice.
+ The Supplier may at any time enter and take back the machines without notice.
- The Supplier may take back the goods under a court order, without notice to third parties.
cure-short
+ The Supplier may terminate if the Customer fails to pay within five days.
- The Supplier may terminate if the Customer fails to pay within thirty days of notice.
+ If any sum is five days overdue, the Supplier may terminate.
+ The Supplier may end this Agreement where the Customer does not put a breach right within three days.
- If either party is five days late with a payment, the other party may terminate.
rent-runs-on
+ If the premises are damaged by fire the rent shall not abate.
+ NO STOPPAGE OF SERVICES SHALL ENTITLE THE CUSTOMER TO ANY ABATEMENT OF ITS PAYMENTS.
+ In case of flood the Customer must continue to pay rent, though the rooms are unusable.
- If the premises are damaged by fire the rent shall be abated; no abatement is due for small repairs.
- Rent is paid monthly and is not abated by holidays.
unconditional-payment
+ The Customer's duty to pay charges shall be absolute and unconditional.
- The Customer shall pay the charges monthly.
+ The Customer shall pay in full come what may.
price-any-time
+ The Supplier may change the prices at any time.
- The Supplier may change the prices once a year by no more than the increase in the consumer price index.
+ The Supplier may at any time raise its charges.
+ Prices may be increased by the Supplier as it sees fit.
- The Supplier may at any time reduce its charges.
no-refund-breach
+ Fees shall be non-refundable under any circumstances.
- Fees shall be non-refundable except where the Supplier is in breach.
+ Sums paid shall not be given back for whatever cause this Agreement ends.
+ Fees are non-refundable, including where the Customer terminates for breach.
- Confidential papers shall be returned for whatever cause this Agreement ends.
deemed-order
+ If you do not cancel before the free month ends, it converts automatically to a paid plan at the list price.
+ Features that are not declined within a week are treated as ordered and will be charged.
+ A pilot that is not ended in writing shall be deemed an order for a year at the price then current.
- A trial ends by itself, and no order arises unless the Customer signs one.
- Shares for which the option is not declined are deemed ordered at the price fixed.
holding-over
+ If the Customer keeps the goods after the term ends, it pays one hundred fifty percent (150%) of the last rent.
+ Should the Customer hold over, the rent is twice the rent payable before.
- If the Customer holds over, it shall pay the last rent by the day.
price-increase
+ The Supplier may raise the fees at each renewal by up to 15 percent.
+ The fees go up each year by the rise of the consumer price index plus ten percentage points.
- The Supplier may increase the fees at each renewal by up to 3%.
+ On each anniversary the rent increases by the greater of four percent and the rise in the consumer price index.
- On each anniversary the rent increases by the lesser of two percent and the rise in the consumer price index.
+ The Supplier may increase the fees for each renewal.
- The Supplier may increase the fees for each renewal by no more than 3%.
+ On renewal the charges shall be those of the Supplier's price list then in force.
+ The charges go up each year by 12% or, if higher, by inflation; the Supplier may increase the charges.
- On renewal the charges shall be those of the price list then in force, capped at 3% above the last.
take-or-pay
+ The Customer shall pay the difference for any shortfall below the minimum.
- The Customer shall pay for any shortfall below the minimum, and may carry forward the sum.
+ Quantities not called off shall be invoiced and paid for all the same.
+ Should purchases fall short, the Customer shall remit the whole of any deficiency below the minimum.
- Any deficiency below the minimum shall be credited if paid, and the Customer may make up the difference.
minimum-rising
+ The minimum purchase shall be increased by ten percent with every year.
+ For later years the guaranteed minimum is the greater of the last one and the royalties of the year before.
+ Royalties above the annual minimum may not be carried into the next year, and count for that year only.
- The minimum purchase stays at 500 units, and what exceeds it may be carried forward to the next year.
- The minimum wage increases by law.
royalty-base
+ "Net Sales" shall mean all amounts invoiced, whether or not collected, including taxes.
+ Gross revenue shall include the price of any bundle, and no deduction is made for refunds.
+ The royalty is calculated on all sums billed for products combined with other goods, bad debts included.
- "Net Sales" means amounts received, less returns, taxes and bad debts.
- The royalty is five percent of net sales in each quarter.
late-interest @ Late Payment
+ Overdue sums bear interest at two percent (2%) per month.
- Overdue sums bear interest at one percent (1%) per month.
- Overdue sums bear interest at eight percent (8%) per annum.
late-interest
+ Overdue sums carry interest at 24% per annum and shall be paid at once.
+ A late charge of five percent for each month shall be added.
+ Overdue amounts shall bear interest at the rate of 2.5% for every month or part of a month.
audit-no-notice @ Audit Rights
+ The Supplier may audit the Customer at any time.
- The Supplier may audit the Customer once a year on thirty days' notice.
audit-no-notice
+ The Supplier may inspect the Customer's premises and records at any hour and without warning.
- The Supplier may inspect the records upon reasonable notice during business hours.
no-set-off
- Its fees may change with consent only, which the Customer shall not unreasonably withhold.
+ The Customer shall pay all invoices without set-off.
- The Customer shall pay all undisputed invoices without set-off.
+ The Customer shall make all payments in full, without any deduction or withholding for claims of its own.
+ No counterclaim of the Customer shall entitle it to withhold payment.
- The Customer shall pay without set-off, save for amounts disputed in good faith.
pass-through-costs
+ The service charge shall include capital works, interest on loans and fees of the Supplier's affiliates.
+ As additional rent the Customer shall pay its share of all sums spent, among them depreciation and commissions.
+ Operating costs shall mean all costs of the building, management fees and structural repairs included.
- Operating costs include cleaning and heat; capital works and financing are excluded.
- The Customer shall pay a service charge of £5,000 a year.
statement-conclusive
+ The Supplier's certificate of the charges is final and binding.
+ Meter readings of the Supplier shall be accepted as correct and the amount due paid without question.
+ An invoice not disputed in ten days is conclusively deemed correct as to the charges.
- The Supplier's certificate of the charges is conclusive save for manifest error.
- The statement of charges by an independent accountant is final and binding.
compliance-cost
+ The Customer shall at its own expense carry out whatever the regulations require, structural or not.
+ Removal of asbestos ordered under any law shall be done at the sole cost of the Customer, who shall see to it.
+ TENANT SHALL BEAR THE COST OF ALL REMEDIATION THAT ANY LAW OR ORDER OF AN AUTHORITY REQUIRES IN COMPLIANCE
    THEREWITH.
- The Customer shall at its cost comply with all laws, except that structural work is for the Supplier.
- The Customer shall comply with all laws on its use.
payment-short
+ The Customer shall pay each invoice within ten days of receipt.
- The Customer shall pay each invoice within thirty days of receipt.
+ Invoices are due on receipt.
+ Payment shall be made within seven days.
- The Supplier shall pay refunds within seven days.
fees-non-refundable
+ All fees shall be nonrefundable.
- All fees shall be nonrefundable unless the Supplier fails to perform.
+ No fee once paid will be returned.
attorney-fees
+ The Customer shall pay the attorneys' fees of enforcing this Agreement.
- The prevailing party shall receive its attorneys' fees of enforcing this Agreement.
+ The Customer shall bear all costs of enforcement, including lawyers' fees.
+ The Customer shall pay the Supplier's attorneys' fees in any action, whoever prevails.
- Each party shall bear its own legal fees in any action.
audit-cost
+ The Customer shall bear the cost of the audit.
- The Customer shall bear the cost of the audit if it underpaid by more than five percent.
+ The expense of each audit falls on the Customer, and the Customer shall pay it.
- The cost of the audit shall be borne by the Customer if it shows an underpayment of five percent.
tax-gross-up
+ If tax has to be withheld, the Customer shall pay such additional amounts that the Supplier receives the full price.
- Tax that has to be withheld by law counts as paid to the Supplier.
expenses-open
+ The Customer shall reimburse all travel of the Supplier's staff plus ten percent.
- The Customer shall reimburse travel that it approved beforehand, at cost.
credit-changed
+ The Supplier may at any time require a letter of credit.
- The Customer may pay by letter of credit.
mandatory-spend
+ The Customer shall contribute to the advertising fund what the Supplier prescribes from time to time.
- The Supplier shall contribute to the advertising fund two percent of its sales.
order-locked
+ Orders may not be cancelled by the Customer without the Supplier's consent.
- The Customer may cancel orders without charge until they are shipped.
risk-early
+ The risk of loss shall pass to the Customer when the goods leave the Supplier's factory.
- The risk of loss passes to the Customer upon delivery to the Customer's warehouse.
commission-wide
+ The Customer shall pay commission on all sales in the territory, whether or not procured by the Supplier.
- No commission is payable on sales after termination.
payment-long
+ The Customer shall pay invoices within 120 days of receipt.
- The Customer shall pay invoices within 60 days of receipt.
+ Sums are payable by the Customer ninety days after receipt of an invoice.
terms-may-change
+ The Supplier may amend these terms by an e-mail.
- The parties may amend these terms in writing signed by both.
+ These terms can be altered by the Supplier by posting them online.
+ We may change these terms whenever we like; the Supplier will post them.
+ The Policy is binding on the Customer as revised by the Supplier on its website from time to time.
- This Agreement can be amended only in writing signed by both parties and posted to them.
suspension
+ The Supplier may suspend the services without notice.
- The Supplier may suspend the services to the extent necessary to stop a security threat.
+ If any sum is overdue the Supplier may stop the services at once and without notice.
+ Access may be cut off by the Supplier immediately, for any reason.
- The Customer may stop the services at once and without notice.
as-is @ Warranty Disclaimer
+ The software is provided "as is".
- The sample data is provided "as is". The Supplier warrants the software.
as-is
+ The software is supplied without warranty of any kind.
+ THE SERVICES ARE MADE AVAILABLE "AS AVAILABLE", AND THE SUPPLIER MAKES NO WARRANTY.
changes-to-service
+ The Supplier may discontinue features of the services.
- The Supplier may discontinue features of the services if they are not materially reduced.
+ The Supplier may drop any feature of the services.
+ The services may be altered by the Supplier at any time.
- The services may be altered by the parties in writing.
disabling-code
+ The product has a routine that will render it inoperable on the expiry of each quarter.
+ The Supplier may remotely deactivate the equipment for non-payment.
+ Use is by a licence key, which the Supplier may issue at its discretion from year to year.
- The software shall not contain any code that may disable it remotely.
- The Supplier may disable a user's account at any time where it is misused.
relocation
+ The Supplier may require the Customer to move into other premises on a month's notice.
+ THE SUPPLIER HAS THE RIGHT TO RELOCATE THE CUSTOMER'S OFFICE WITHIN THE BUILDING.
+ Substitute space of any size may be assigned to the Customer, to which the Supplier may at any time move it.
- The Supplier may relocate the office at the Supplier's own cost to comparable space, at no cost to the Customer.
- The Supplier shall pay relocation expenses of its employees who may move to another building.
forced-upgrade
+ The Supplier may retire any version on 60 days' notice, and the Customer shall then purchase its successor.
+ At end of life of a release the Customer must migrate at its own expense.
+ The Supplier can cease supporting a product at any time.
- The Supplier may end support of a release three years from delivery, and the successor product is free of charge.
- The Supplier shall support each release and may not discontinue support during the term.
forfeit-compensation
+ On termination the Customer shall not be entitled to any compensation.
- On termination the Supplier shall buy back the stock.
+ When this Agreement ends the Customer shall have no claim for goodwill or investments.
+ The Customer waives every claim to compensation on the expiry of this Agreement.
efforts-only
+ Response times are goals for the Supplier's staff, and missing one is not a breach.
+ Service levels stated in the annex are aims only.
+ The dates for completion are estimates; if they are missed, the Supplier is not in default.
+ Resolution times serve as guidance and give no rights to the Customer.
- The Supplier shall meet each response time stated in the annex.
- Sales targets are estimates only.
+ The Supplier shall use reasonable endeavours to make the platform available.
- The Supplier shall make the platform available for 99.9% of each month.
+ The Supplier will try to keep the platform available, using commercially reasonable efforts.
+ The Supplier shall endeavour to keep the service up, and promises no availability; it uses reasonable endeavours.
order-refusal
+ The Supplier may reject any order in its sole discretion.
- The Supplier shall accept orders within the forecast.
+ Orders may be declined by the Supplier for any reason.
- Orders may be declined by the Supplier where the goods asked for are defective.
+ The Supplier is not obliged to accept any order.
control-ends @ Change Of Control
- The Supplier shall not merge or transfer its business without the Customer's prior written consent.
+ The Supplier may terminate if there is a change of control of the Customer.
- The Customer may terminate if there is a change of control of the Supplier.
control-ends
+ The Supplier may terminate if the shares of the Customer change hands, that is on any change of control.
+ On a transfer of voting interests in the Customer, which shall be deemed an assignment, the Supplier may terminate
    this Agreement.
- A sale of shares of the Customer to a direct competitor of the Supplier lets the Supplier terminate; a change of
    control must be told.
+ If control of the Customer changes the Supplier may bring this Agreement to an end: a change of ownership entitles
    it to terminate.
waiver-of-defences
+ The Customer waives any defence against an assignee of the Supplier.
- The Customer may raise any defence against an assignee of the Supplier.
+ Against an assignee the Customer shall raise no set-off or defence.
- Against an assignee the Customer may raise every defence and set-off.
control-termination @ Change Of Control
+ Either party may terminate on a change of control of the other.
- Either party may terminate where a competitor comes to control the other.
+ This Agreement may be ended by the Supplier on a merger of the Customer.
control-termination
- The Customer may terminate on a change of ownership of the Supplier.
assignment-affiliates @ Anti-Assignment
+ The Customer may not assign this Agreement.
- The Customer may not assign this Agreement except to an affiliate.
+ The Customer shall not transfer its rights.
recapture
+ Where the Customer wishes to sublet, the Supplier may terminate this lease instead.
+ On a request for its consent the Supplier shall have the option to take back the premises.
+ The Customer shall pay over to the Supplier any profit of a sublease.
- Where the Customer wishes to sublet, the Supplier may terminate, but the Customer may withdraw its request.
- The Customer shall account for one half of any profit of a sublease.
free-assignment-them
+ The Supplier may assign this Agreement without consent.
- The Supplier may assign its receivables without consent.
+ The Supplier may assign its rights and duties to anyone.
people-swapped
+ Supplier may replace the consultants named in the order at any time.
- Supplier may replace the consultants with the prior written consent of Customer.
subcontracting-free
+ The Supplier may subcontract the work.
- The Supplier may subcontract the work and remains liable for it.
+ The Supplier may have the work done by others.
- The Supplier may have the work done by others but remains liable for them.
assignment-mutual @ Anti-Assignment
+ Neither party may assign this Agreement without consent.
- Neither party may assign this Agreement without consent, which shall not be unreasonably withheld.
+ This Agreement may not be assigned by either party.
security-over-assets
+ The Customer shall grant the Supplier a security interest in all inventory until it has paid.
- The Customer shall grant the Supplier a purchase money security interest in all goods unpaid for.
+ The Customer charges all its assets in favour of the Supplier by way of a floating charge, and shall register it.
deposit-forfeit
+ If the Customer breaches any term, the security deposit shall be forfeited.
+ The Supplier may keep the whole deposit upon any default, however small.
+ Upon late payment the retainer is lost and the Supplier shall retain the full sum.
- The Supplier may retain the deposit to the extent of rent unpaid after default and shall return the balance.
- Units unvested at the end are forfeited in full on any breach.
wage-deduction
+ The Customer may deduct from wages the cost of errors and shortages.
- The Customer may deduct from wages the tax that it must pay over.
+ The Customer is authorized to deduct from wages any amount that it believes to be owed to it.
+ From the salary may be deducted from time to time any loss that the Customer has suffered.
- The Customer shall deduct from wages the taxes that the law prescribes.
""")
RENEWS = ("Renewal Term", "Notice Period To Terminate Renewal")
RENEWAL_ROWS = [
    ("renewal-trap", 36, 90, "", True),
    ("renewal-trap", 12, 30, "", False),
    ("renewal-reminder", 12, 30, "", True),
    ("renewal-reminder", 12, 30, " The Supplier shall send a reminder.", False),
    ("notice-by-email", 12, 30, " Notices shall be in writing by post.", True),
    ("notice-by-email", 12, 30, " Notices shall be in writing by post or e-mail.", False),
]


@pytest.mark.parametrize(("position", "types", "expected", "text"), TABLE)
def test_a_position_fires_on_what_it_is_for_only(
    position: str, types: tuple[str, ...], expected: bool, text: str
) -> None:
    assert fires(position, *made(text, types)) is expected


def quoted_period(said: Quote, amount: int, unit: Literal["day", "year"]) -> QuotedPeriod:
    """A length with the words that state it."""
    return QuotedPeriod(amount=amount, unit=unit, text=said.text, start=said.start, end=said.end)


@pytest.mark.parametrize(("position", "months", "days", "more", "expected"), RENEWAL_ROWS)
def test_renewals_are_read_by_their_lengths(position: str, months: int, days: int, more: str, expected: bool) -> None:
    text = f"This Agreement renews for {months} months unless {days} days' notice is given.{more}"
    document, contract = made(text, (*RENEWS, "Notices"))
    said = quote(document.text, text)
    term = Renewal(
        kind="automatic",
        term=Period(amount=months, unit="month"),
        successive=True,
        text=text,
        start=said.start,
        end=said.end,
    )
    notice = quoted_period(said, days, "day")
    contract = replace(contract, key_dates=replace(no_dates(), renewal=term, notice_period=notice))
    assert fires(position, document, contract) is expected


@pytest.mark.parametrize(("years", "expected"), [(5, True), (2, False)])
def test_a_long_first_term_is_raised(years: int, expected: bool) -> None:
    text = f"This Agreement starts today and continues for {years} years."
    document, contract = made(text, ("Expiration Date",))
    said = quote(document.text, text)
    first = quoted_period(said, years, "year")
    contract = replace(contract, key_dates=replace(no_dates(), initial_term=first))
    assert fires("long-lock-in", document, contract) is expected


def test_every_position_has_a_text_that_raises_it_and_one_that_does_not() -> None:
    expected = of_focuses(MONEY) - {row[0] for row in RENEWAL_ROWS} - {"long-lock-in"}
    assert named(TABLE, fires=True) == expected
    assert named(TABLE, fires=False) == expected
