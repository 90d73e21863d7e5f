"""Clauses near a position that are fair, or are of something else: the position stays silent on each."""

import pytest

from tests.customer_clauses import fires, made
from tests.supplier_rows import PLAYBOOK, Row

FOR_THE_CUSTOMER = """
talks-exclusive
    Neither party shall negotiate with others about the Purpose for sixty days.
    The Supplier shall not discuss the project with any other customer.
    The Customer shall not discuss the dispute with any other person before the arbitration.
    The Customer shall not negotiate with any other person on behalf of the Supplier.
    The Customer shall not enter into any other agreement for the same product.
efforts-only
    Dates for delivery are estimates and time is not of the essence.
    Delivery dates are targets only and are not binding on the Supplier.
    The dates for shipment given in a quotation are estimates and are not binding.
changes-to-service
    The Supplier may change the design of the goods for reasons of safety, or where quality is not materially affected.
    The Supplier may modify features of the service so far as this does not materially reduce its functions.
    The Supplier may alter the specification at any time where that does not materially affect the performance.
title-all-sums
    The Supplier retains title to the goods until they have been paid for in full.
    All intellectual property in the goods remains with the Supplier until all sums are paid.
    Title to the goods stays with the Customer until all repairs are completed.
    The Customer keeps ownership of the goods it consigns until the Supplier has paid all sums due for them.
direct-loss-excluded
    The Supplier shall not be liable for indirect or consequential loss, including loss of profit.
    The Supplier shall not be liable for any indirect loss of profit or consequential loss of business.
    Neither party is liable for loss of profit or indirect or consequential loss.
    Except for direct losses, the Supplier shall not be liable for loss of profit or consequential loss.
    The Supplier is not liable for loss of profit or any other indirect loss.
one-way-cause
    The Customer may not cancel a confirmed booking without paying for the rooms that were kept.
    The Customer may not cancel an accepted purchase order less than ten days before dispatch.
    The Customer shall not cancel a delivery that is already on its way.
    The Customer may not cancel or alter a call-off once the Supplier has accepted it.
    A training day that has been confirmed cannot be cancelled by the Customer later than a week ahead.
    The Customer has no right to terminate for convenience.
one-way-confidence
    The duty does not cover information that the recipient knew before without any obligation of confidentiality.
    Information received under no obligation of confidentiality from somebody entitled to give it is not protected.
    These duties do not reach what the receiving side held, with no obligation of confidence, before disclosure.
    Excepted is what became known to the receiver from a source that owes no duty of confidence in respect of it.
    Nothing here protects facts that were learnt from others with no duty of confidence attached to them.
bond-waived
    The aggrieved party may seek an injunction without the need to post a bond.
    The non-breaching party may apply for equitable relief without proof of damage.
    A party threatened by such a breach may seek an injunction without posting a bond, without proof of loss.
    The injured party is entitled to equitable relief without posting a bond against the Supplier or the Customer.
    Whichever of the Supplier and the Customer is not in default may seek specific performance without bond.
changes-to-service
    The Supplier may copy, modify and display Customer Content only as needed to run the platform.
    The Supplier may modify Customer Data so far as the service needs it.
    The Supplier may adapt and modify the Customer's materials to make the product work.
    The Supplier may remove content of the Customer that breaks the law from the service.
    The Supplier may remove the Customer's own content from the platform at the Customer's request.
customers-barred
    For a year after termination the Customer shall not solicit or hire any person employed by the Supplier.
    For six months after the end of this Agreement the Customer shall not solicit employees of the Supplier.
    During the term and twelve months after it the Customer shall not entice away the Supplier's staff.
    After expiry the Customer shall not solicit for employment any engineer who worked on the project.
    The Customer shall not, for one year after the term, solicit or engage any individual contractor of the Supplier.
remedies-waived
    The Customer waives any objection to a statement of account that it does not raise within thirty days.
    The Customer waives its objection to an invoice that is sixty days old.
    The Customer waives any objection to the minutes unless it writes within a week.
    The Customer shall have no objection to the use of its logo on a list.
    The Customer agrees that an objection to a new rate card is to be raised within twenty days of the invoice.
our-improvements
    The Customer will retain ownership of its own tools and hereby grants the Supplier a royalty free right to use
    derivatives of them for support.
    The Customer shall keep title to its improvements; it grants the Supplier a licence to use them for support only.
    The Customer retains all rights in modifications that it makes, and grants the Supplier a right to test them.
    The Customer will remain the owner of enhancements it writes and hereby grants the Supplier a non-exclusive licence.
    Title to adaptations made by the Customer stays with the Customer, which grants the Supplier a right to view them.
requirements-exclusive
    The Customer shall not distribute source code to a competitor of the Supplier.
    The Customer shall not offer the Supplier's drawings to a competing manufacturer.
    The Customer shall not sell the Supplier's test units to a competitor.
    The Customer shall not distribute the keys of the Software to any rival of the Supplier.
    The Customer shall not market its results by naming competitors of the Supplier.
price-increase
    The Customer may renew this lease for one further term at the then-current rent.
    The tenant may take an extension of two years at the rent then current under this lease.
    The Customer may extend the initial term by twelve months at the then-current fees under this Agreement.
    On renewal the rent stays the then-current rent.
    Renewal is at the then applicable price of the last year, without any increase.
their-terms-prevail
    The Customer buys the goods on these terms to the exclusion of any others, the Supplier's invoice included.
    This Agreement applies to the exclusion of the Supplier's standard terms.
    These conditions apply to the exclusion of the Supplier's general conditions and of any other.
    The Supplier's order acknowledgement does not form part of this Agreement.
    The Supplier's standard terms are rejected.
customer-list
    The Supplier may use Customer Data in aggregated form to improve what it provides.
    The Customer grants a licence to use Customer Data in de-identified form for any purpose that it provides for.
    The Supplier may provide statistics drawn from Customer Data for any purpose if nobody can be identified.
    Customer Data stays the Customer's, whatever purpose the Supplier provides the service for.
    The Supplier provides the service and shall use Customer Data for no other purpose.
one-way-exit
    If a third party claims infringement, the Supplier may at its option change the item, or terminate the order and
    refund the price.
    If a use is forbidden by a court, the Supplier may at its option replace the goods or terminate that order.
    Where repair fails, the Supplier may at its option terminate the affected order and refund what was paid.
    If an infringement cannot be cured, the Supplier may, at its option, terminate the licence and refund the fees.
    The Supplier may at its option repair, replace, or terminate the order for a defective item against a refund.
    Upon any termination of this Agreement for any reason, the Supplier shall hand back the keys.
    Notwithstanding the expiration or termination of this Agreement for whatever reason, the Supplier keeps its fees.
    Following termination for any reason the Supplier may at its option buy back the stock at the price paid for it.
    The Supplier may end any Service at once that a final judicial determination shows to be prohibited by law.
    Either of the Supplier and the Customer may terminate this Agreement without cause on sixty days' notice.
ends-at-once
    If the Customer fails to cure a breach in sixty days, the Supplier may terminate with immediate effect.
    The Supplier may terminate this Agreement forthwith where a default notified to the Customer is still uncured.
    Where the Customer has not cured the breach in thirty days, the Supplier may immediately end this Agreement.
    Should a breach be not remedied within a month of notice, the Supplier may terminate forthwith.
    The Supplier may immediately end a Service that is prohibited by law.
force-majeure-one-way
    An event beyond the Supplier's control shall not excuse the Supplier from carrying out its recovery plan.
    Neither the Supplier nor the Customer is liable for delay by causes beyond its control.
    Events outside its control do not relieve the Supplier of its duty to keep backups: it shall not be excused.
    The Supplier and the Customer shall not be liable for what is beyond their reasonable control.
    Force majeure does not excuse a party, the Supplier included, from paying what is due.
indemnity-own-fault
    Notwithstanding the foregoing, these limitations shall not apply to indemnities or to gross negligence.
    The Supplier's sole liability, in contract, tort (including negligence) or otherwise, shall be limited to the
    amount paid by the Customer for indemnity cover.
    The Customer has no indemnity obligation for claims that result, even in part, from the negligence of the Supplier.
    The Customer shall indemnify the Supplier against claims, causes of action and costs that its own materials infringe
    or otherwise violate a right.
    "Loss" means every claim and cause of action, whether in contract, negligence or otherwise, and any reimbursement.
data-kept
    The Supplier shall not store and shall not be required to keep any data of the Customer after the end.
    The Supplier may not retain Customer data until it has been paid; no lien over it is given.
    On expiry the Customer shall return its copies of the data and has no obligation to keep them.
    The Supplier shall not keep data for longer than the service needs it, paid or unpaid.
    After termination the Supplier will not retain data.
take-or-pay
    If the audit shows any deficiency in what was paid, the Customer shall pay the deficiency within ten days.
    Where an examination of the books reveals such deficiency, the Customer shall pay it with interest.
    Should an inspection find a shortfall, the Customer pays the difference.
    The Customer shall pay any deficiency that the yearly audit of its royalty statements brings to light.
    The Customer shall make good the difference where the auditor finds a shortfall in the sums reported.
renewal-trap
    This Agreement begins on signature and, unless ended earlier, continues for an initial period of three years.
    The term continues for five years unless terminated earlier for breach.
    The lease shall continue for three years unless it is ended for default.
    Unless terminated under clause 9, the licence continues for two years.
    The project shall continue for 36 months unless it is ended for good cause.
"""
FOR_THE_SUPPLIER = """
one-way-exit
    This lease cannot be cancelled or terminated by Customer during the term for any reason.
    This Agreement may not be terminated by Customer without cause.
    No order may be cancelled by Customer for convenience.
    Customer shall not terminate this Agreement before the end of the first year for any reason.
    In no event may this Agreement be terminated by Customer for convenience.
order-cancel
    Customer may not cancel or change an accepted order without paying the costs of Supplier.
    Customer may not cancel an order once goods are made.
    Customer may not reduce, postpone or cancel orders in the last month.
    No order may be cancelled by Customer after acceptance.
    Customer may cancel an order if it pays for all work in hand.
time-of-essence
    Dates for delivery are estimates, and time is not of the essence.
    Time for delivery shall not be of the essence.
    Delivery dates are not essential terms of this Agreement.
    Time of performance is in no case of the essence.
    Neither the schedule nor any date for delivery is of the essence.
absolute-warranty
    Supplier makes no guarantees that the platform is error free.
    Supplier neither warrants nor guarantees that use will be uninterrupted.
    Supplier gives no promises that the software will achieve a result.
    Supplier does not guarantee, and nobody who says so for it guarantees that, the site is error free.
    Nobody at Supplier promises that service is uninterrupted.
one-way-confidence
    The duty does not cover information that the recipient knew before without any obligation of confidentiality.
    Information received under no obligation of confidentiality from somebody entitled to give it is not protected.
    These duties do not reach what the receiving side held, with no obligation of confidence, before disclosure.
    Excepted is what became known to the receiver from a source that owes no duty of confidence in respect of it.
    Nothing here protects facts that were learnt from others with no duty of confidence attached to them.
control-termination
    Customer shall not assign this Agreement, by change of control or otherwise, without Supplier's consent.
    Customer may not transfer its rights, a change of control included, unless Supplier gives its consent.
    Customer shall tell Supplier of a change of control of Customer and obtain its consent.
    A change of control of Customer needs the consent of Supplier.
    Customer shall not undergo a change of control without the prior consent of Supplier.
affiliate-use
    Customer shall indemnify Supplier, its Affiliates and their staff against claims from the use of the service.
    Customer shall defend Supplier, its affiliates and agents against claims arising out of access by its users.
    Customer shall hold harmless Supplier and its affiliates and licensors for its use of the data.
    Customer shall insure Supplier, its affiliates and staff against loss from the use of the crane.
    Customer releases Supplier, its affiliates and officers from claims out of the use of the hall.
invoice-forfeit
    Customer waives any objection to an invoice that it does not raise within ten days.
    Customer has waived objections to an invoice that is ninety days old.
    An invoice is deemed accepted, and Customer waives complaints about it, after thirty days.
    Customer waives set-off against an invoice that falls due within the month.
    Customer waives its right to withhold an invoice sum after acceptance.
source-code
    "Software" means the programs provided to Customer, with revisions of the source code, the manuals and the files.
    "Materials" shall mean what is supplied to Customer, source code included.
    "Confidential Matter" means anything disclosed to Customer, such as source code and prices.
    "Work" has the meaning given in Annex 2 and includes source code provided to Customer.
    "Tools" refers to the kits made available to Customer, in source code or otherwise.
audit-unlimited
    Supplier and its agents may enter the yard at any time to inspect the cranes or Customer's books about them.
    Supplier may at any time inspect the equipment at Customer's premises.
    Supplier's representatives may without notice audit the use that Customer makes of the software.
    Supplier is entitled to inspect at all times the goods that it has not been paid for.
    Customer shall let Supplier inspect the machines at any time.
exclusivity
    Supplier shall provide the Services with the same or similar degree of skill and care as others of its trade.
    Supplier shall not sub-license the Customer Materials to any third party.
    Supplier agrees that its rates will not exceed the rates charged to any other party.
    Supplier will work with the skill and diligence that competitors in the Customer's industry apply.
    Supplier may not sublicense the tools lent to it to anyone else.
indemnity-all-losses
    Supplier has no right or authority to act for or on behalf of Customer in any capacity whatsoever.
    Supplier shall not use what is confidential for any purpose whatsoever other than work on behalf of Customer.
    The publishing party shall indemnify the non-publishing party against any and all losses, directly or indirectly.
    Supplier shall reimburse Customer for all reasonable out-of-pocket expenses of the filing.
    The party at fault will compensate the other: a party shall indemnify against all claims whatsoever that it causes.
they-rewrite
    Customer may not vary the terms of the end user licence without Supplier's consent.
    Customer may not agree to additional terms with its end users.
    Changes to this Agreement need a paper signed by Customer and Supplier.
    Customer may not amend the terms of this Agreement by an order.
    Supplier may change its tariff under the terms of the schedule, and Customer is told.
ip-grab
    All Customer Pre-Existing Materials, including those pre-existing at signature, remain the property of Customer.
    Supplier shall acquire no proprietary rights in the marks used in the project, which are the property of Customer.
    Know-how developed before signature by or on behalf of Customer is owned by Customer, old works included.
    What Customer brings into the project, pre-existing or new, is owned by Customer: Supplier acquires no right in it.
    Supplier acquires no right in materials of Customer used in the work; they are the property of Customer.
their-terms-prevail
    The goods are sold on these terms to the exclusion of any others, Customer's purchase order included.
    This Agreement applies to the exclusion of Customer's standard terms.
    These conditions apply to the exclusion of Customer's general conditions and of any other.
    Customer's purchase order does not form part of this Agreement.
    Customer's standard terms are rejected.
no-disclaimer
    Supplier warrants that the goods shall conform to the drawing; the terms implied by law about quality are excluded.
    Supplier warrants that the services will be given with reasonable skill; the terms implied by statute are excluded.
    The goods shall conform to the sample; the terms implied by sections 4 to 9 of that Act do not apply.
    The products will conform to the list; conditions implied by trade usage are excluded.
    The software shall conform to its manual; no other term as to its quality is implied.
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Position and clause: a position stands at the margin, its clauses under it; a clause ends with a full stop."""
    found: list[tuple[str, str]] = []
    name, words = "", ""
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            name = line
            continue
        words = f"{words} {line.strip()}".strip()
        if words.endswith("."):
            found.append((name, words))
            words = ""
    return found


@pytest.mark.parametrize(("position", "words"), rows(FOR_THE_CUSTOMER))
def test_the_customer_is_told_nothing(position: str, words: str) -> None:
    assert not fires(position, *made(words, ()))


@pytest.mark.parametrize(("position", "words"), rows(FOR_THE_SUPPLIER))
def test_the_supplier_is_told_nothing(position: str, words: str) -> None:
    assert position in PLAYBOOK
    assert not Row(position, (), renews=False, fires=False, words=words).is_raised()
