"""The supplier's playbook: each position fires on a clause it is for, and stays silent on one that is fine."""

import re
from dataclasses import replace

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import first_match
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.playbook import load_playbook
from legalai.schema import Forum, GoverningLaw, Period, QuotedPeriod, Renewal
from tests.advise.builders import clause, contract_of, document_of, no_dates, party, quote

# A position and, after @, the clause types its clauses have; + a clause it fires on, - one it stays silent on. The
# clause is read in a services agreement between a Supplier, for whom we act, and a Customer; ! says that it renews.
TABLE = """
they-exclude-all
+ Customer shall have no liability to Supplier for loss of any kind.
- Neither party shall have any liability to the other for indirect loss.
gag
+ The employee shall not disclose salaries or a suspected breach of law to any person or authority.
- The employee shall not disclose trade secrets to any person; nothing in this clause prevents a report to an authority.
claim-time
+ Supplier may bring no claim later than three months after the event.
- Supplier may bring no claim later than three years after the event.
own-compensation-waiver
+ The distributor is not entitled to any indemnity or compensation at the end.
- The distributor shall be paid the compensation that the law gives at the end.
no-cap
+ Supplier shall provide the services to Customer with care.
- Supplier shall provide the services; its total liability shall not exceed the fees of a year.
cap-too-high @ Cap On Liability
+ Supplier's liability shall not exceed the fees paid in the thirty-six (36) months before the claim.
- Supplier's liability shall not exceed the fees paid in the twelve (12) months before the claim.
cap-multiple @ Cap On Liability
+ The liability of each party is limited to five times the yearly charges.
- The liability of each party is limited to the yearly charges.
cap-insurance @ Cap On Liability
+ Supplier's liability is limited to the sum for which it is insured.
- Supplier's liability is limited to the charges of one year.
one-way-cap @ Cap On Liability
+ The liability of Customer shall not exceed the charges of one year.
- The liability of each party shall not exceed the charges of one year.
limit-swallowed @ Uncapped Liability
+ The cap does not apply to the liability of Supplier under clauses 3, 4 and 9.
- The cap does not apply to the liability of Supplier for fraud.
limit-swallowed-among-others @ Uncapped Liability
+ The cap does not apply to the liability of Supplier for fraud or for any breach of clause 4.
- The cap does not apply to the liability of Supplier for fraud or death.
wide-carve-outs @ Uncapped Liability
+ The limits do not apply to Supplier's liability for a security breach that exposes personal data.
- The limits do not apply to Supplier's liability for fraud.
confidence-uncapped @ Uncapped Liability
+ Except for breach of its duty to keep matters confidential, neither party is liable for more.
- Except for gross negligence, neither party is liable for more.
strict-liability @ Limitation Of Liability
+ Supplier is liable for loss of the exhibits regardless of fault.
- Supplier is liable for loss of the exhibits that its negligence causes.
no-damages-exclusion
+ Supplier shall be liable to Customer for loss that its breach causes.
- Neither party shall be liable for indirect loss.
one-way-exclusion @ Exclusion Of Damages
+ Customer shall not be liable for lost profits or indirect loss.
- Neither party shall be liable for lost profits or indirect loss.
consequential-recoverable
+ Supplier shall pay for every loss of Customer, including loss of profit.
- In no event shall Supplier pay for loss, including loss of profit.
personal-liability
+ The directors of Supplier shall be personally liable for its debts.
- No director of Supplier shall be personally liable, nor have a personal duty; no personal guarantee is given.
joint-several
+ Supplier shall be liable jointly and severally with its subcontractors.
- Supplier shall be liable for its own subcontractors.
insurance-demands @ Insurance
+ Supplier shall name Customer as an additional insured under every policy.
- Supplier shall carry liability insurance and show a certificate each year.
cover-cost
+ Supplier shall pay the whole cost when Customer has to buy elsewhere.
- Supplier shall have no liability for the cost of replacement goods.
own-cap-fragile @ Cap On Liability
+ Supplier's liability shall not exceed the charges of one month.
- Save for fraud, Supplier's liability shall not exceed the charges of one month.
indemnity-all-losses @ Indemnification
+ Supplier shall indemnify Customer on demand for every cost connected with the services.
- Supplier shall indemnify Customer against claims of a third party that the software infringes.
wide-indemnity @ Indemnification
+ Supplier shall indemnify Customer for its costs of putting right a failure.
- Supplier shall indemnify Customer against claims brought by a third party.
indemnity-their-fault @ Indemnification
+ Supplier shall indemnify Customer for injury, including the negligence of Customer itself.
- Supplier shall indemnify Customer for injury to the extent that Supplier causes it.
own-fault-doubtful @ Indemnification
+ Customer shall indemnify Supplier against all claims from the machines, however caused.
- Customer shall indemnify Supplier against claims of third parties from its own content.
indemnity-control @ Indemnification
+ Supplier shall indemnify Customer against third party claims of infringement.
- Supplier shall indemnify Customer against third party claims if it has sole control of the defence.
indemnity-uncapped @ Uncapped Liability
+ Except for its indemnity under clause 7, Supplier's liability is limited to the charges of a year.
- Except for fraud, Supplier's liability is limited to the charges of a year.
infringement-exceptions
+ Supplier shall defend Customer against claims that the software infringes a copyright.
- Supplier shall defend Customer against claims that the software infringes, unless Customer had it modified.
status-indemnity
+ Supplier shall indemnify Customer for income tax and social security if it is held to be an employee.
- Supplier shall indemnify Customer against claims of a third party for infringement.
recall-cost
+ Supplier shall pay the cost of each recall that Customer decides on.
- Supplier shall pay the cost of a recall to the extent its defect caused it.
agreed-damages @ Liquidated Damages
+ Supplier shall pay 2,000 dollars as liquidated damages for each day of delay.
- Supplier shall pay 2,000 dollars for each day of delay, up to 20,000, as the sole remedy.
own-multiple @ Payment Terms
+ Customer shall pay four times the list price for excess use found in an audit.
- Customer shall pay the list price for excess use found in an audit.
own-penalty @ Liquidated Damages
+ Customer shall pay as liquidated damages all remaining fees, and in addition return the goods.
- Customer shall pay as liquidated damages a tenth of the price of the order.
exit-sum @ Liquidated Damages
+ Whoever ends this Agreement for any reason shall pay $200,000 as damages.
- A party that breaks clause 4 shall pay $200,000 as damages.
credits-not-sole
+ Service credits shall be without prejudice to other remedies of Customer.
- Service credits shall be the sole remedy for a missed level.
own-claim-period
+ As a condition precedent Customer must give notice of a claim within 20 days.
- As a condition precedent Customer must give notice of a claim within 120 days.
claims-long
+ A claim may be brought until four years after it was found.
- A claim may be brought until one year after it was found.
warranty-long @ Warranty Duration
+ Supplier warrants the machines against defects for 36 months.
- Supplier warrants the machines against defects for 12 months.
deed
+ This Agreement shall take effect as a deed.
- This Agreement shall take effect on signature.
own-inspection
+ Goods that Customer has not rejected within 3 days shall be deemed accepted.
- Goods that Customer has not rejected within 14 days shall be deemed accepted.
payment-very-slow @ Payment Terms
+ Customer shall pay each invoice within 120 days.
- Customer shall pay each invoice within 30 days.
payment-slow @ Payment Terms
+ Customer shall pay each invoice within sixty (60) days of receipt.
- Customer shall pay each invoice within thirty (30) days of receipt.
payment-arrears
+ Supplier shall invoice the charges yearly in arrears.
- Supplier shall invoice the charges yearly in advance.
payment-on-approval @ Payment Terms
+ Customer shall pay within 30 days after approval of the invoice by its finance team.
- Customer shall pay within 30 days after receipt of the invoice.
pay-when-paid
+ Customer shall pay Supplier within ten days of receipt of payment from its own client.
- Customer shall pay Supplier within thirty days of the invoice.
set-off
+ Customer may set off any amount owing under other agreements against the charges.
- Customer may set off sums that are agreed or adjudged.
withholding
+ Customer may withhold any invoiced amount.
- Customer may withhold an amount that it disputes in good faith.
retention
+ Customer may hold back 10% of each invoice until final acceptance.
- Customer shall pay 10% of each invoice in advance.
invoice-forfeit
+ Customer shall not be obliged to pay an invoice sent later than 60 days after the work.
- Supplier shall send an invoice within 60 days after the work.
low-interest @ Late Payment
+ Overdue sums shall bear interest at 2% a year.
- Overdue sums shall bear interest at 8% a year.
high-interest @ Late Payment
+ Overdue sums shall bear interest at 3% per month.
- Overdue sums shall bear interest at 1% per month.
monthly-interest @ Late Payment
+ Overdue sums shall bear interest at 1% per month. The law of Ontario applies.
- Overdue sums shall bear interest at 1% per month (12% per year). The law of Ontario applies.
free-changes
+ Supplier shall carry out any changes Customer asks for at no extra cost.
- Supplier shall carry out any changes at a price agreed beforehand.
best-price-past
+ Supplier shall charge no more than the lowest price of any other customer and refund the difference.
- Supplier shall charge the prices in Schedule 2 and refund what was paid twice.
best-price @ Most Favored Nation
+ Supplier shall give Customer prices no less favourable than those of other customers.
- Supplier shall give Customer prices no less favourable than other customers of similar volume have.
price-reduction @ Payment Terms
+ Each year the prices shall be reduced by 3 percent.
- Each year the prices may rise by 3 percent.
price-frozen
+ The prices shall be fixed for the term.
- The prices shall be fixed for the term unless the index rises by a tenth.
stock-at-risk
+ Supplier shall keep a safety stock of ten weeks at its own risk.
- Customer shall buy the safety stock when this Agreement ends.
no-volume
+ Customer makes no commitment and may purchase any quantity, and does not guarantee any volume.
- Customer shall purchase at least a thousand pieces a year.
all-orders
+ Supplier shall accept all purchase orders.
- Supplier shall accept orders within its capacity.
refund-any-reason
+ Supplier shall refund prepaid charges on any termination.
- Supplier shall refund prepaid charges if it is in breach.
buy-back
+ Supplier shall repurchase unsold stock at the end.
- Supplier may repurchase unsold stock at the end.
clawback
+ Supplier shall repay the signing bonus if it leaves within two years.
- Supplier shall repay sums paid by mistake.
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
wage-deduction
+ Customer may deduct losses it thinks were caused from final pay.
- Customer may deduct tax required by law from final pay.
expenses-included
+ Supplier shall bear all expenses of its travel, which shall not be reimbursed.
- Customer shall repay travel expenses at cost.
ip-grab @ Ip Ownership Assignment
+ All pre-existing rights of Supplier shall vest in Customer.
- All rights in the report shall vest in Customer.
ip-product @ Ip Ownership Assignment
+ Supplier assigns all rights in the work. "Work" includes improvements to the software.
- Supplier assigns all rights in the report on the site.
ip-no-background @ Ip Ownership Assignment
+ Supplier hereby assigns all rights in the Deliverables to Customer.
- Supplier hereby assigns all rights in the Deliverables upon payment, save for its background rights.
inventions-wide @ Ip Ownership Assignment
+ Supplier shall assign every invention, whether or not made outside working hours.
- Supplier shall assign every invention made in the work.
joint-ip @ Joint Ip Ownership
+ New alloys shall be jointly owned by the parties.
- New alloys shall be jointly owned, and each may use them without accounting to the other.
licence-irrevocable @ Irrevocable Or Perpetual License
+ Supplier grants Customer an irrevocable licence of the software.
- Supplier grants Customer a perpetual licence of the software.
affiliate-use
+ Customer may let any number of users have access to the tool.
- Customer may let 200 named users have access to the tool.
source-code @ Source Code Escrow
+ Supplier shall deposit the source code, to be released on any breach.
- Supplier shall deposit the source code, to be released if it becomes insolvent.
sublicence-free @ License Grant
+ Customer may freely sublicense the marks to others.
- Customer may not sublicense the marks to others.
ip-warranty
+ Supplier warrants that the software shall not infringe any right.
- Supplier warrants that, to its knowledge, the software shall not infringe any right.
post-term-restraint @ Non-Compete
+ For two years after termination Supplier shall not compete with Customer.
- Supplier shall not compete with Customer during the term.
mutual-restraint @ Non-Compete
+ For three years after termination neither party shall compete for those customers.
- For six months after termination neither party shall compete for those customers.
exclusivity @ Exclusivity
+ Supplier shall not sell the valves to any third party.
- Supplier shall not sell the valves to others while Customer buys the minimum of Annex 2.
no-hire @ No-Solicit Of Employees
+ Supplier shall not solicit employees of Customer.
- Neither party shall solicit employees of the other for 12 months.
customer-solicit @ No-Solicit Of Customers
+ Supplier shall not approach clients of Customer.
- Customer shall not approach clients of Supplier.
first-refusal @ Rofr/Rofo/Rofn
+ Customer shall have a right of first refusal over a sale of the product line.
- Customer shall be told of a sale of the product line.
no-challenge @ Covenant Not To Sue
+ Supplier shall release Customer and covenants not to sue.
- Supplier shall not challenge the validity of the marks.
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
free-exit-help
+ At the end Supplier shall give transition help free of charge.
- At the end Supplier shall give transition help at its day rates.
price-fixed @ Renewal Term !
+ The term shall renew automatically for 24 months at the fees of Annex 1.
- The term shall renew automatically for 24 months, and Supplier may increase the fees by the index.
rent-fixed @ Renewal Term !
+ The lease shall renew automatically for 24 months, and the lessee shall go on paying.
- The lease shall renew automatically for 24 months, with a rent review for the lessee.
one-way-exit @ Termination For Convenience
+ Customer may terminate this Agreement for convenience on 90 days' notice.
- Either party may terminate this Agreement for convenience on 90 days' notice.
uneven-exit @ Termination For Convenience
+ Customer may end this Agreement on 14 days' notice, and Supplier may end it on two years' notice.
- Either party may end this Agreement on 90 days' notice.
mutual-short-exit @ Termination For Convenience
+ Either party may terminate this Agreement on 10 days' notice.
- Either party may terminate this Agreement on 120 days' notice.
order-cancel
+ Customer may cancel any order before it is shipped.
- Customer may cancel any order and shall reimburse the cost of materials.
two-edged-window @ Notice Period To Terminate Renewal
+ Either party may give notice not more than 90 and not less than 60 days before the end.
- Either party may give notice not less than 60 days before the end.
renewal-reminder @ Renewal Term !
+ The term shall renew automatically for 24 months unless a party gives 90 days' notice.
- The term shall renew unless a party gives 90 days' notice, of which Supplier shall remind Customer.
extension-option
+ Customer may extend the term, having an option to extend by two years.
- Customer may extend the term by agreement of both parties.
nonpayment-exit
+ Supplier may terminate if sums remain unpaid for more than 120 days.
- Supplier may terminate if sums remain unpaid for more than 30 days.
no-suspension
+ Supplier shall not suspend the services while a dispute goes on.
- Supplier may suspend the services while undisputed sums are overdue.
no-cure
+ Customer may terminate immediately if Supplier is in breach.
- Customer may terminate immediately if Supplier is in breach and does not cure it in 30 days.
short-cure
+ Customer may terminate for a breach that is not remedied within 5 days.
- Customer may terminate for a breach that is not remedied within 30 days.
customer-suspends
+ Customer may suspend the services for as long as it wishes.
- Customer may suspend the services and shall reimburse idle time.
early-exit-lease
+ The Customer as tenant may terminate this lease after a year.
- The Customer as tenant may terminate this lease on a default of the other party.
step-in
+ Customer may step in and perform the services.
- Customer may perform an inspection of the services.
they-rewrite
+ Customer may amend this Agreement by notice.
- Customer may amend this Agreement only in writing signed by both.
their-changes
+ Customer may change the specifications of the work.
- Customer may change the specifications of the work, and the price is adjusted.
their-policies
+ Supplier shall comply with the policies of Customer as amended from time to time.
- Supplier shall comply with the policies attached as Annex 4.
acceptance-open
+ Customer may reject the work in its sole discretion.
- Customer may reject work that does not meet Annex 1, giving its reasons.
silence
+ Supplier shall be deemed to have accepted a change to which it does not reply.
- Supplier shall reply to each change within ten days.
absolute-warranty
+ Supplier warrants that the platform shall be error-free.
- Supplier does not warrant that the platform shall be error-free.
no-disclaimer
+ Supplier warrants that the services shall conform to Annex 1; they will conform at delivery.
- The services will conform to Annex 1; all other warranties are excluded.
audit-unlimited @ Audit Rights
+ Customer may audit the books of Supplier at any time.
- Customer may audit the books of Supplier at any time on reasonable prior notice.
time-of-essence
+ Supplier shall deliver on the dates of Annex 1, and time shall be of the essence.
- Supplier shall deliver on or about the dates of Annex 1.
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
assignment-mutual @ Anti-Assignment
+ Neither party may assign this Agreement.
- Neither party may assign this Agreement, save to an affiliate.
receivables @ Anti-Assignment
+ Supplier shall not assign or charge its receivables.
- Supplier shall not assign its duties.
free-assignment
+ Customer may assign this Agreement to any person.
- Customer may assign this Agreement to an affiliate.
control-termination @ Change Of Control
+ Customer may terminate if there is a change of control.
- Customer may terminate on a change of control in favour of its competitor.
no-subcontract
+ Supplier shall not subcontract without consent.
- Supplier may subcontract and remains liable.
incident-hours
+ Supplier shall report each data breach within 12 hours.
- Supplier shall report each data breach within 48 hours.
incident-costs
+ Supplier shall bear every cost of notice after a data breach.
- Supplier shall bear the cost of notice after a data breach to the extent it caused it.
incident-too-slow
+ Supplier shall notify Customer of a breach of personal data within 15 working days.
- Supplier shall notify Customer of a breach of personal data without undue delay.
own-purposes
+ Supplier may use personal data for its own purposes.
- Supplier shall not use personal data for its own purposes.
subprocessor-terms
+ Supplier shall not be bound for a sub-processor and is not liable for it.
- Supplier shall bind each sub-processor to the same duties and remains liable for it.
subprocessors-consent
+ Supplier shall engage a sub-processor only with prior written consent.
- Supplier may engage a sub-processor unless Customer objects.
absolute-security
+ Supplier shall guarantee the security of all data.
- Supplier shall keep appropriate measures for the security of all data.
data-place
+ Supplier shall not move personal data outside the United Kingdom.
- Supplier shall not move personal data outside the United Kingdom without the safeguards of law.
one-way-confidence
+ Supplier shall keep confidential all information of Customer.
- Each party shall keep confidential all information of the other.
confidence-endless
+ Supplier shall keep confidential matters secret in perpetuity.
- Supplier shall keep confidential matters secret for five years.
confidence-short
+ The duties on confidential information shall last for a period of one year.
- The duties on confidential information shall last for a period of five years.
residuals
+ Customer may use confidential information retained in the unaided memory of its staff.
- Customer may use confidential information for this Agreement.
marked-only
+ Information shall be confidential only if it is clearly marked.
- Information shall be confidential if marked or if reasonably seen as such.
no-bond
+ Customer may have injunctive relief without posting security.
- Either party may ask for injunctive relief without posting security.
nda-wide-use
+ Customer may use confidential information for any purpose.
- Customer shall not use confidential information for any purpose but this one.
representatives
+ Customer may tell advisers confidential information and is not responsible for them.
- Customer may tell advisers confidential information and is responsible for them.
legal-costs
+ Supplier shall pay the legal fees of Customer in any action to enforce this Agreement.
- The prevailing party shall recover its legal fees in any action to enforce this Agreement.
law-not-found
+ Supplier shall provide the services.
- Supplier shall provide the services. This Agreement is governed by Irish law.
asymmetric-forum
+ Customer may bring proceedings in any other court.
- Either party may bring proceedings in the courts of Cork.
jury-waiver
+ Supplier waives and shall not ask for trial by jury.
- Each party waives and shall not ask for trial by jury.
third-party-enforce
+ Each affiliate of the Customer may enforce this Agreement.
- No third party may enforce this Agreement.
bound-unsigned
+ Each partner of Customer shall be bound as if named as a party.
- An assignee of Customer shall be bound as if named as a party.
"""
PLAYBOOK = {position.id: position for position in load_playbook("supplier").positions}
OPENING = (
    'AGREEMENT\nThis Agreement is made between Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer").\n'
    "1. Terms\n"
)


def rows() -> list[tuple[str, tuple[str, ...], bool, bool, str]]:
    """Each clause with its position, its types, whether it renews, and whether the position must fire."""
    found: list[tuple[str, tuple[str, ...], bool, bool, str]] = []
    name, types, renews = "", tuple[str, ...](), False
    for line in TABLE.strip().splitlines():
        if line[0] in "+-":
            found.append((name, types, renews, line[0] == "+", line[2:]))
            continue
        head, _, kinds = line.partition(" @ ")
        name, renews = head.strip(), kinds.endswith("!")
        types = tuple(each.strip() for each in kinds.rstrip("! ").split(",") if each.strip())
    return found


def reading_of(words: str, types: tuple[str, ...], *, renews: bool = False) -> Reading:
    """A contract that says one thing, read for its supplier."""
    text = f"{OPENING}1.1 {words}\n"
    document = document_of(text)
    dates = no_dates()
    if renews:
        found = quote(text, words)
        ends = Renewal(
            kind="automatic",
            term=Period(amount=24, unit="month"),
            text=found.text,
            start=found.start,
            end=found.end,
        )
        notice = QuotedPeriod(amount=90, unit="day", text=found.text, start=found.start, end=found.end)
        dates = replace(dates, renewal=ends, notice_period=notice)
    contract = contract_of(
        document,
        parties=(party(text, "Alder Works Ltd", "Supplier"), party(text, "Birch Stores Ltd", "Customer")),
        clauses=tuple(clause(text, kind, words) for kind in types),
        key_dates=dates,
    )
    return Reading(document, contract, take_side(contract, "supplier"))


@pytest.mark.parametrize(("name", "types", "renews", "fires", "words"), rows())
def test_a_position_fires_where_it_must_and_only_there(
    name: str, types: tuple[str, ...], renews: bool, fires: bool, words: str
) -> None:
    found = first_match(PLAYBOOK[name].when, reading_of(words, types, renews=renews))
    assert (found is not None) == fires


def test_every_position_has_a_clause_that_fires_and_one_that_does_not() -> None:
    told = {(name, fires) for name, _, _, fires, _ in rows()}
    elsewhere = {"law-forum-split"}
    assert told == {(name, fires) for name in PLAYBOOK.keys() - elsewhere for fires in (True, False)}


@pytest.mark.parametrize(("forum", "fires"), [("gb-eaw", False), ("us-ny", True)])
def test_courts_that_do_not_go_with_the_law_are_told(forum: str, *, fires: bool) -> None:
    reading = reading_of("The law of England governs, and the courts named decide.", ())
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


def test_positions_speak_of_clause_types_that_exist() -> None:
    known = {*CUAD_CATEGORIES, *PROVISION_TYPES}
    for position in PLAYBOOK.values():
        looked_for = {each for trigger in position.when for each in (*trigger.clause, *trigger.not_found)}
        assert {position.clause_type, *looked_for} <= known


def test_what_is_proposed_ends_as_a_sentence() -> None:
    for position in PLAYBOOK.values():
        added = [edit.put for edit in position.edits if edit.op == "sentence"]
        for words in (*added, position.wording or "."):
            assert re.search(r"\.$", words), position.id
