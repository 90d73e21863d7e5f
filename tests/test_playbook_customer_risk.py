"""The customer's positions on liability, claims, restraint, courts: what each fires on, and what it passes over."""

from dataclasses import replace

import pytest

from legalai.schema import Forum, GoverningLaw
from tests.advise.builders import quote
from tests.customer_clauses import DATA, MONEY, POSITIONS, fires, made, named, of_focuses, rows

FOCUSES = {each.focus for each in POSITIONS.values()} - DATA - MONEY
TABLE = rows("""
talks-exclusive
+ Until 8 March the Customer shall not discuss with any other supplier a project that is similar to the Purpose.
+ For ninety days the Customer shall talk about the project only with the Supplier.
+ The Supplier shall have an exclusive period of six months to negotiate the transaction with the Customer.
- The Customer may discuss similar projects with anybody.
indemnity-conditions
+ If the Customer fails to inform the Supplier within five days of learning of a claim, the Supplier is released.
- The Customer shall tell the Supplier of a claim within a reasonable time.
infringement-only-remedy
+ The indemnity is the Customer's only remedy for infringement of third-party rights.
- The indemnity for infringement does not take the place of other remedies.
indemnity-narrow
+ The Supplier will indemnify the Customer only where a United States patent issued before today is infringed.
- The Supplier will indemnify the Customer against every claim that the Services infringe.
own-indemnity-unlimited
+ The limits of liability do not apply to the Customer's obligations to indemnify.
- The limits of liability apply to the obligations of both to indemnify.
indemnity-on-demand
+ The Customer shall make good on first demand every loss and claim of which the Supplier tells it.
- The Customer shall pay its invoices on demand.
nda-indemnity
+ This is a Non-Disclosure Agreement. / The Customer shall indemnify the Supplier for every breach of confidence.
- This is a Non-Disclosure Agreement. / Each party shall indemnify the other for every breach of confidence.
cap-too-low @ Cap On Liability
+ The Supplier's total liability shall not exceed the charges paid in the six months before the claim.
- The Supplier's total liability shall not exceed the charges payable in the twelve months before the claim.
+ IN NO EVENT SHALL THE SUPPLIER BE ANSWERABLE IN DAMAGES FOR MORE THAN THE CHARGES OF THE QUARTER PRECEDING THE
    LOSS, I.E. UP TO THREE MONTHS.
cap-too-low
+ The Supplier's liability is capped at the Fees for the month in which the claim arose.
+ The Supplier is liable up to the sums invoiced in the quarter before the event and no more.
+ Our total liability to you is limited to what you paid us in the month before, that is one month.
+ The Supplier's liability on any account is confined to twenty-five percent of the price.
- The Supplier shall pay interest of two percent on its liability for sums repaid a month late.
cap-one-item @ Cap On Liability
+ The liability of the Supplier shall in no event exceed the purchase price of the goods sold.
- The liability of the Supplier shall in no event exceed the greater of $500,000 and the annual price.
cap-one-item
+ In no event shall the Supplier's obligation for any claim go beyond the price received for the article complained
    of.
+ Damages against the Supplier shall be restricted to the invoice price of the shipment concerned.
cap-lesser-of @ Cap On Liability
+ The Supplier's liability is limited to the lesser of $10,000 and the annual fees.
- The Supplier's liability is limited to the greater of $10,000 and the annual fees.
+ The Supplier shall be liable for no more than whichever is less: $5,000 or the fees of a year.
cap-lesser-of
- Interest shall be the lesser of 1% and the maximum rate, and no liability goes beyond it.
no-carve-outs @ Cap On Liability
+ The Supplier's liability shall not exceed the annual fees.
- The Supplier's liability shall not exceed the annual fees. This does not apply to fraud or gross negligence.
+ The Supplier's liability, in contract, tort, gross negligence, wilful act or otherwise, shall not exceed one year's
    fees.
- The Receiving Party's liability shall not exceed $50,000.
own-limit-void
+ Under no circumstances shall the Customer be liable beyond £1,000, even for death or personal injury.
+ The Customer's total liability, including fraud and gross negligence, shall not exceed $500.
+ The Customer is liable only for intent.
- The Customer's liability shall not exceed £1,000; nothing in this clause limits liability for death or personal
    injury.
- The Customer's total liability shall not exceed the fees of a year.
deemed-consequential @ Cap On Liability
+ Rework costs and chargebacks shall be deemed consequential damages.
- Rework costs and chargebacks are recoverable as direct damages.
deemed-consequential
+ The cost of notifying people of a breach shall count as indirect loss.
cap-past-year @ Cap On Liability
+ The Supplier's liability is limited to the sums paid in the preceding contract year.
- The Supplier's liability is limited to the greater of $1,000,000 and the sums paid in the preceding year.
+ The Supplier's liability shall be limited to the charges of the calendar year before.
cap-covers-indemnity @ Cap On Liability
+ The Supplier's total liability, including under any indemnity, shall not exceed $100,000.
- The Supplier's total liability, other than under any indemnity, shall not exceed $100,000.
+ The Supplier's liability for everything, its indemnities included, shall not exceed the annual fee.
cap-covers-indemnity
+ The total liability of the Supplier, including its obligations of indemnity, shall not exceed the annual fee.
direct-loss-excluded @ Cap On Liability
+ Neither party is liable for lost profits or lost data, whether direct or indirect.
- Neither party is liable for indirect loss of profits.
direct-loss-excluded
+ The Supplier shall not be liable for loss of profit of any kind, direct or otherwise.
+ The Supplier shall not be liable for any loss of profit, loss of goodwill, or indirect or consequential loss.
+ The Supplier accepts no liability for lost profits, nor for indirect damage.
- The Supplier shall not be liable for loss of profit to the extent that the loss is indirect or consequential.
late-delivery-excused
+ The Supplier shall have no liability for any delay in delivery.
- The Supplier shall not be liable for delay in delivery caused by events beyond its reasonable control.
+ Dates of delivery are not binding, and the Supplier shall not be liable for late delivery.
- The Supplier shall be liable for late delivery.
cap-fixed-sum @ Cap On Liability
+ The Supplier's liability shall not exceed $50,000.
- The Supplier's liability shall not exceed the greater of $50,000 and the annual fees.
cap-fixed-sum
+ Recovery from the Supplier shall in no circumstances be more than $10,000.
+ The maximum that the Supplier can ever have to pay, as its liability in all, is EUR 20,000.
- The insurance of the Supplier shall cover its liability up to $5,000,000.
exceptions-ours-only
+ "Excluded Matters" are (a) failure to pay any sum due and (b) infringement of the Supplier's intellectual property.
+ The term "Uncapped Claims" shall mean claims for unpaid fees and for use outside the licence.
+ Excluded Liabilities shall be those under clause 2 (Restrictions) and clause 4 (Payment).
- "Excluded Matters" are unpaid fees, breach of confidentiality, data protection and the indemnities.
- The Excluded Premises shall be those shown on the plan.
one-way-cap @ Cap On Liability
+ The Supplier's liability shall not exceed the annual fees.
- The liability of each party shall not exceed the annual fees.
+ The Supplier shall in no case be liable for sums in excess of the price.
our-liability-unlimited
+ THE SUPPLIER'S LIABILITY IS CAPPED AT ONE YEAR'S FEES; THE LIABILITY OF THE CUSTOMER IS UNLIMITED.
+ There shall be no limit upon what the Customer may be liable to pay hereunder.
+ Nothing herein contained shall restrict or limit the liability of the Customer.
+ The limits in this clause are for the Supplier only and do not extend to the liability of the Customer.
- Nothing in this Agreement limits the liability of either party for fraud.
- The liability of the Customer shall not exceed the annual fees.
own-losses-excluded @ Cap On Liability
+ The Supplier is not liable for loss of data or the cost of substitute services.
- Neither party is liable for punitive damages.
- The Supplier is liable without limitation of amount for loss of data and the cost of substitute goods.
own-losses-excluded @ Exclusion Of Damages
+ The Supplier is not responsible for the expense of procuring substitute services.
our-use-uncapped @ Cap On Liability
+ The limit of the Customer's liability does not cover use outside the scope of the licence.
- The limit of the Customer's liability does not cover unpaid fees.
sole-remedy @ Limitation Of Remedies
+ The Customer's sole remedy shall be repair or replacement of the defective item.
- The Customer's remedies are in addition to those the law gives.
sole-remedy
+ The Customer's sole recourse shall be the replacement of the part.
recoverable-losses
+ The Supplier shall not be liable for any indirect or consequential loss.
- Neither party shall be liable for any indirect or consequential loss.
+ IN NO EVENT WILL THE SUPPLIER ANSWER FOR CONSEQUENTIAL LOSS, AND IT SHALL NOT BE LIABLE FOR SPECIAL DAMAGES.
exclusion-no-exception @ Cap On Liability
+ Neither party is liable for indirect or special damages.
- Neither party is liable for indirect or special damages. This does not apply to fraud or gross negligence.
insurance @ Cap On Liability
+ The Supplier's liability shall not exceed the annual fees.
- The Supplier's liability shall not exceed the annual fees. The Supplier shall maintain insurance.
one-way-indemnity @ Indemnification
+ The Customer shall indemnify and hold harmless the Supplier against claims.
- Each party shall indemnify and hold harmless the other against claims that it causes.
+ You agree to indemnify the Supplier and keep it indemnified. The Customer shall do so at its own cost.
indemnity-own-fault
+ The Customer shall indemnify the Supplier against all loss, whether or not caused by the Supplier.
- The Customer shall indemnify the Supplier against loss, except to the extent caused by the Supplier.
+ The Customer shall hold the Supplier harmless even where the loss is caused by the Supplier's own negligence.
+ The Customer will indemnify the Supplier from all claims howsoever arising.
+ The Customer shall hold the Supplier harmless from all claims, including those which result from a failure of the
    Supplier's own fault.
- The Customer shall hold the Supplier harmless, except to the extent that its own negligence is the cause.
indemnity-capped
+ The Supplier shall indemnify the Customer for infringement, subject to the limits in clause 9.
- The Supplier shall indemnify the Customer for infringement, subject to clause 8 on the conduct of claims.
+ The Supplier's indemnity shall not exceed $100,000.
- The Supplier's indemnity shall not be limited to $100,000.
indemnity-wide
+ The Customer shall indemnify the Supplier against all losses arising from any breach.
- The Customer shall indemnify the Supplier against claims of third parties arising from any breach.
+ The Customer shall indemnify the Supplier against all losses that come of the use of the services.
+ The Customer agrees to make good to the Supplier every loss of whatever nature in connection with this Agreement.
settlement-control
+ The Supplier shall have sole control of the defence and settlement.
- The Supplier shall have sole control of the defence and settlement, but needs consent to any admission.
+ The Supplier shall have exclusive control of any settlement.
- The Supplier shall have exclusive control of any settlement, and consults the Customer before it is made.
refund-depreciated
+ The Supplier shall refund the licence fee, amortised on a straight line over three years.
- The Supplier shall refund the licence fee.
+ If the software must be withdrawn, the Supplier shall refund the price less one fifth for each year of use.
- The Supplier shall refund the fees paid for the rest of the term.
silent-acceptance
+ Goods shall be deemed accepted unless rejected within three days of delivery.
- Goods shall be accepted when the Customer has signed the acceptance form.
+ If the Customer says nothing within five days of delivery, the goods shall be taken as accepted.
+ Goods shall be deemed irrevocably accepted on delivery.
- The goods shall be accepted in writing after installation.
claim-notice
+ Any claim shall be waived unless notice of it is given within 14 days.
- The parties shall give notice of a claim as soon as they can.
+ Claims not made in writing within seven days are waived.
+ The Customer loses every right if it fails to give notice of a defect within three days; rights are lost.
- Any claim of the Supplier shall be notified within 14 days or be waived.
claim-time
+ No action may be brought more than twelve months after the event.
- No action may be brought more than six years after the event.
+ Proceedings must be started within six months or the claim shall be barred.
+ No suit shall lie after one year from the event, when it must have been brought.
- No claim may be brought by the Supplier more than six months after the event.
warranty-short @ Warranty Duration
+ The Supplier warrants the goods for sixty days from delivery.
- The Supplier warrants the goods for twenty-four months from delivery.
warranty-short
+ The Supplier warrants the goods for thirty days only.
- The Supplier warrants the goods for three years.
audit-penalty
- If an audit shows an overcharge, the Supplier shall pay three times the amount to the Customer.
- If an audit shows an overcharge, the Supplier repays double the price.
+ For unlicensed use the Customer shall pay three times the list price.
- For unlicensed use the Customer shall pay the list price.
+ If an audit shows excess use, the Customer shall pay twice the list price.
+ If an examination reveals a shortfall, the Customer shall pay three times the shortfall.
- If an examination reveals a shortfall, the Customer shall pay the shortfall.
damages-twice
+ The Supplier may recover all payments for the remaining term, and retain the goods in addition.
- The Supplier may recover the payments for the remaining term, discounted to present value.
+ On default the Supplier may take back the goods and claim the whole price as well.
+ Upon default the Supplier may retake the equipment, keep all sums paid and recover the full price in addition.
agreed-sum @ Liquidated Damages
+ The Customer shall pay $100,000 as liquidated damages.
- The Customer shall pay $100,000 as liquidated damages, a reasonable estimate of the loss.
- The Supplier shall pay the Customer $100,000 as liquidated damages.
agreed-sum
+ For each breach of this clause the Customer shall pay $50,000.
+ If the Customer hires any of the Supplier's people it owes a lump sum of £40,000 as agreed damages, and shall pay
    it.
penalty-may-fail
+ For each day of delay, whatever the reason, the Supplier shall pay two percent of the price.
+ The Supplier shall owe a contractual penalty of EUR 10,000 independently of fault, and damages beyond it.
+ For every breach you, the Supplier, shall pay the Customer $50,000.
- For each day of delay the Supplier shall pay $500 as a reasonable estimate of the loss, not exceeding 5% of the
    price.
- The Customer shall pay rent for each week, without prejudice to its rights.
acceleration
+ On default the Supplier may declare due all unpaid rent for the rest of the term, without discount.
- On default the Supplier may declare due all unpaid rent for the rest of the term, less a discount of 6%.
+ On termination all fees for the remainder of the term shall become due.
- On termination the Supplier shall refund prepaid fees for the remainder of the term.
+ On default the whole of the fees to the end of the term shall become payable at once.
- On an early end prepaid fees to the end of the term shall become due for refund.
+ Upon any default all rentals yet to fall due shall forthwith become payable.
exit-fee
+ The Customer shall pay an early termination fee of 80% of the charges.
- The Customer may leave without any termination fee to pay.
+ If the Customer leaves early it shall pay a cancellation charge of half of the remaining fees.
- The Customer may end early, and no termination fee shall be due.
+ On an early end the Customer shall pay a break fee of 60% of what remains.
credits-lapse
+ Service credits must be requested within five days of the end of the month.
+ The Customer shall claim a credit within ten days, failing which it lapses.
+ No credit is due for an outage unless the Customer asks for it within 3 days.
- Service credits must be requested within ninety days of the end of the month.
- The Supplier shall set each credit against its next invoice.
credits-only
+ Service credits shall be the Customer's sole remedy.
- Service credits shall not limit other remedies.
+ Credits are the only compensation for downtime.
- Service credits are in addition to other rights and shall not be the sole remedy.
exclusivity-emptied
+ The Supplier may remove any customer from the territory by notice.
- The Supplier may visit customers in the territory.
+ The Supplier may appoint other dealers in the territory whenever it likes, although the Customer is exclusive.
- The Supplier shall not appoint other dealers in the exclusive territory.
our-restraint @ Non-Compete
+ The Customer shall not compete for one year after termination.
- The Customer shall not compete during this Agreement.
+ For eighteen months next following its end, howsoever caused, the Customer shall not stock or promote goods that
    compete.
- For one year after its end the Supplier shall not compete.
our-restraint
+ For a year after this Agreement ends the Customer shall not carry on any competing trade.
+ The Customer shall not sell competing products during two years following termination.
customers-barred
+ The Customer shall not do business with its customers for two years following the end.
- The Customer shall not solicit employees for two years following the end.
+ For two years after the end the Customer shall not serve any client of the Supplier.
- For two years after the end the Supplier shall not serve any client of the Customer.
requirements-exclusive
+ The Customer shall purchase all its requirements from the Supplier.
- The Customer shall purchase all its requirements from the Supplier, or elsewhere if it fails to supply.
+ The Customer shall not buy like goods from anyone else.
- The Customer shall not buy like goods from anyone else, unless the Supplier fails to deliver.
their-restraint-wide @ Non-Compete
+ The Supplier shall not provide similar services for three years after termination.
- The Supplier shall not provide similar services for six months after termination.
+ For eighteen months afterwards the Supplier shall not work for any competitor.
- For two years afterwards the Supplier shall not disparage the Customer's business.
their-restraint-wide
+ The Supplier shall not work for any rival of the Customer for three years after the end.
personal-liability
+ The directors of the Customer shall be personally liable for the charges.
- No director of the Customer shall be personally liable for the charges.
+ Each director of the Customer shall guarantee its debts personally.
- The directors of the Supplier guarantee its debts.
notice-posted
+ A notice that the Supplier posts in its portal shall be deemed received by the Customer on posting.
- A notice to the Customer shall be deemed received when it is delivered by courier.
subordination
+ This lease is and shall be subordinate to every mortgage, whenever made.
+ The rights of the Customer under this Agreement are subordinated to the Supplier's lenders.
+ THE CUSTOMER AGREES TO THE SUBORDINATION OF THIS LEASE TO ANY DEED OF TRUST.
- This lease is subordinate to a mortgage whose holder has signed a non-disturbance agreement.
- The Supplier's claims under the notes are subordinate to the debt owed to its lenders.
their-beneficiaries @ Third Party Beneficiary
+ The Supplier's licensors are intended third-party beneficiaries.
- There are no third-party beneficiaries.
their-beneficiaries
+ Affiliates of the Supplier may rely on and enforce this Agreement.
law-not-found
+ The Supplier shall deliver the goods.
- This Agreement shall be governed by the laws of Ireland.
forum-theirs
+ Actions shall be brought in the courts of the Supplier's place of business.
- Actions shall be brought in the courts of the defendant's place of business.
+ The Supplier may sue in any court it chooses.
- Either party may sue in any court that has jurisdiction.
- A judgment may be enforced in any court, and the Supplier may sue on it.
+ Disputes shall be heard only where the Supplier has its seat.
decided-by-them
+ A certificate of the Supplier on any such question shall be final and binding on the Customer.
- A certificate of an independent expert shall be final and binding on both parties.
remedies-waived
+ In no event shall the Customer be entitled to enjoin the use of the work.
- Each party may ask a court to enjoin a breach.
dispute-costs
+ The costs of the arbitration shall be borne by the Customer, whatever its outcome.
- The costs of the arbitration shall be borne by the losing party.
bond-waived
+ The Supplier shall be entitled to an injunction without posting a bond.
- Each party shall be entitled to an injunction without posting a bond.
+ The Supplier may have an injunction without giving security.
- Either party may have an injunction without giving security.
jury-waiver
+ The Customer waives trial by jury and agrees to this.
- Each party waives trial by jury and agrees to this.
+ The Customer gives up any right to a jury and shall bring claims alone.
- Each party gives up any right to a jury.
deed-form
+ The parties sign this as a deed. It may be signed without a witness.
- The parties sign this as a deed. It must be signed before a witness.
+ The parties execute this as a deed. It is signed by one director only, a single director without a witness.
infringement-refused
+ The Supplier shall have no obligation to defend the Customer against claims of infringement of patents.
- The Supplier shall defend the Customer against claims that the software infringes rights of others.
+ The Customer shall bear the whole risk that the goods infringe rights of others.
+ The Supplier shall not be liable if its goods infringe a patent.
+ If the goods are held to infringe, the Supplier may end the licence, and the Customer shall have no refund.
- The Supplier is not liable for infringement to the extent that the goods were modified by the Customer.
recall-ours
+ The costs of recall shall be borne by the Customer, whatever the cause.
- The costs of recall shall be borne by the party whose fault is the cause.
+ If goods have to be recalled, the Customer shall pay for it whatever the cause.
- If goods have to be recalled, the Supplier shall pay for it whatever the cause.
no-hire
+ For two years the Customer shall not hire any employee of the Supplier.
- For one year neither party shall hire any employee of the other.
+ The Customer shall never employ anybody who worked for the Supplier in the last two years.
+ The Customer shall not solicit or hire, by general advertisement or otherwise, any employee of the Supplier.
- For six months the Customer shall not solicit employees of the Supplier; general advertisements are not
    solicitation.
first-refusal
+ Customer must first offer any sale of its business to Supplier on the same terms.
- Supplier grants Customer a right of first refusal over the sale of its business.
sales-area
+ Customer shall not deliver the goods outside the territory, even upon unsolicited orders.
- Supplier shall not sell outside the territory kept for others.
no-challenge
+ Customer agrees never to contest the validity of a licensed patent.
- Customer shall not use the marks after the end.
best-terms-owed
+ Where Customer pays any other supplier a higher price, the same price is due to Supplier.
- Customer may purchase from other suppliers at a better price.
standstill
+ For three years the Customer shall not acquire or offer to acquire shares of the Supplier.
+ Neither the Customer nor its affiliates will take over any business similar to that of the Supplier.
+ The Customer agrees to a standstill of 24 months on all securities of the Supplier.
- For twelve months the Customer shall not acquire or offer to acquire shares of the Supplier.
- The Supplier may acquire any business it likes.
resale-price
+ The Customer shall not resell the goods below the price list of the Supplier.
- The Customer is free to set its resale prices; the price list is recommended.
+ Goods shall be resold at prices not lower than those laid down in the Supplier's guide, and the Customer must keep
    to the prices.
- The Customer may resell the goods at prices that it sets itself.
liability-excluded
+ Supplier is not liable for any loss of any kind, whether direct, indirect or consequential.
- Supplier is not liable for any loss of any kind, direct or indirect, in excess of the fees for a year.
+ The Supplier accepts no responsibility for any loss or damage whatsoever.
- The Supplier is not liable for any loss to the extent that the Customer caused it.
claim-barred
+ No claim for defects is possible once the goods have been processed or resold.
- Claims for hidden defects may be made for two years, whatever was done with the goods.
prepaid-forfeited
+ The deposit is forfeited if the Customer cancels.
- The Supplier shall return the deposit when the Customer has paid.
""")


@pytest.mark.parametrize(("position", "types", "expected", "text"), TABLE)
def test_a_position_fires_on_what_it_is_for_only(
    position: str, types: tuple[str, ...], expected: bool, text: str
) -> None:
    assert fires(position, *made(text, types)) is expected


@pytest.mark.parametrize(("court", "expected"), [("us-ca", True), ("us-ny", False)])
def test_law_and_courts_apart_are_raised(court: str, expected: bool) -> None:
    text = "The laws of New York govern, and the courts named have jurisdiction."
    document, contract = made(text, ("Governing Law",))
    said = quote(document.text, text)
    law = GoverningLaw(text=said.text, start=said.start, end=said.end, value="us-ny", name="New York")
    forum = Forum(
        text=said.text, start=said.start, end=said.end, value=court, name="there", kind="court", exclusive=True
    )
    assert fires("law-and-forum", document, replace(contract, governing_law=law, forum=forum)) is expected


def test_every_position_has_a_text_that_raises_it_and_one_that_does_not() -> None:
    expected = of_focuses(FOCUSES) - {"law-and-forum", "notice-by-email"}
    assert named(TABLE, fires=True) == expected
    assert named(TABLE, fires=False) == expected
