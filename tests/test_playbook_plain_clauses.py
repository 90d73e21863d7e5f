"""Harsh terms in the plain words of people who write their contracts themselves, and their fair neighbours."""

import pytest

from tests.customer_clauses import fires, made, rows
from tests.supplier_rows import Row

FOR_THE_CUSTOMER = rows("""
price-any-time
+ The Supplier may raise the Charge by any amount by sending a notice.
+ The Supplier may at any time substitute such other day rates as it considers right.
+ The Supplier sets the rates anew each quarter and tells the Customer what they are.
- The Supplier may raise the Charge once a year by not more than 3%.
- The Supplier may change the software free of charge.
price-increase
+ The Supplier will email the Customer the new price at least 30 days before each year begins.
+ The day rates are reviewed by the Supplier each April, and what results applies from then on.
- The Supplier tells the Customer the new price by 1 May, and the Customer may cancel within thirty days.
rent-runs-on
+ The monthly fee remains payable while the platform is down, whatever the reason.
+ The hire continues in full during every stoppage, even where the Supplier caused it.
- The monthly fee is reduced in proportion while the platform is down, whatever the reason.
one-way-exit
+ The Supplier can close the Customer's account whenever it wants, with or without a reason.
+ The Supplier may withdraw from the engagement on seven days' notice should it find better work.
- The Supplier may raise the charge at any time, and the Customer may not end the agreement on that account.
- The Supplier may close the account if the Customer fails to pay.
one-way-cause
- The Supplier may raise the charge, and the Customer may not end this agreement on that account.
cap-fixed-sum
+ The Supplier's liability for all claims, under contract or statute, ends at the sum of $250.
+ Whatever happens, the Supplier pays the Customer no more than $5,000 in all.
- Whatever happens, neither party pays the other more than $5,000 in all.
no-carve-outs
+ The Supplier's total liability, deliberate misuse of the Customer's designs included, is $5,000.
+ The Supplier's liability, even for an intentional breach, ends at $5,000.
- The Supplier's liability ends at $5,000, except for an intentional breach.
indemnity-own-fault
+ The Customer pays every loss and claim that touches its products, even where the Supplier was partly at fault.
- The Customer pays every loss from its products, except to the extent that the Supplier was at fault.
silent-acceptance
+ A report is accepted if the Customer has not given reasoned notice of rejection within 24 hours.
- An order is accepted if the Supplier confirms it within two days.
take-or-pay
+ 90% of the quantities in the forecast of January are to be taken and paid for by the Customer.
- 90% of the quantities in the forecast are a guess and not binding on the Customer.
disabling-code
+ The software contains routines that render it inoperable if the Supplier believes that a bill is open.
- The Supplier warrants that the software holds no routines that render it inoperable.
gag-may-fail
+ Neither party may report what it learns to any government agency or court.
- The Supplier shall give the Customer a copy of any report issued by an authority.
their-beneficiaries
+ The Supplier's stockholders may sue the Customer directly.
- The Supplier's stockholders have no rights under this agreement.
security-over-assets
+ The Customer charges all its property in favour of the Supplier.
- The Supplier shall charge the Customer for all property lost.
warranty-hollow
+ Breakdowns are made good, but no part is covered which wears, breaks or fails.
- All parts are covered, misuse excepted.
""")

FOR_THE_SUPPLIER = rows("""
own-cap-fragile
+ The Supplier's liability for all claims, under contract or statute, ends at the sum of $250.
- The Supplier's liability for all claims ends at the sum of $250. / Nothing limits liability for fraud.
limit-swallowed
+ The limits of liability in this section do not reduce what the Supplier has promised in the Service Statement.
+ Clauses 9.1 and 9.2 do not apply to clause 6.4 or to item 7 of the Schedule. / 9.1 Liability is limited.
- The limits of liability in this clause do not apply to the Customer's obligation to pay under clause 3.
nda-cap
+ The Customer's total liability is $5,000. / This confidentiality agreement lasts a year.
- Each party's total liability is $5,000. / This confidentiality agreement lasts a year.
they-exclude-all
+ The Customer's total liability ends at the sum of $100.
- The Customer's total liability is the price of the services.
absolute-warranty
+ The Supplier promises that the platform meets every law of the Customer's trade, anywhere.
- The Supplier promises that it complies with all laws that apply to Supplier.
work-defined-wide
+ "Deliverables" means the reports together with all background materials and tools used in them.
- "Deliverables" means the reports, excluding background materials used in them.
agreed-damages
+ The Supplier must pay the Customer $3,000 for each further hour until the machine works.
+ If an error stays for two days, the Customer shall receive a credit of the full annual fee for each such failure.
- The Supplier must pay $300 for each further hour, up to $3,000.
own-self-help
+ The Supplier may enter any land on which the goods stand, with force if necessary, to take them back.
- The Supplier may enter the premises to inspect the goods.
title-before-payment
+ A retention of title of whatever kind is excluded.
- The goods are sold under retention of title.
exclusivity
+ The Supplier is not allowed to offer bearings to anyone else.
- The Supplier is free to offer bearings to anyone else.
asymmetric-forum
+ The Customer may sue before the courts of the seat of any of its affiliates.
- Either party may sue before the courts of Bremen.
source-code
+ The source code is released if the Customer considers the Supplier's finances to be weak.
- The source code stays with the Supplier.
passed-on-freely
+ The Customer may hand all that it has been shown to anyone.
- The Customer may hand what it has been shown to advisers who are bound by the same duties.
free-assignment
+ The Customer may hand this agreement to anyone without asking.
- The Customer may hand this agreement to its successor.
control-termination
+ A change in the ownership of the Supplier counts as a transfer.
- A change in the ownership of the Supplier is no transfer.
claim-time
+ The Supplier must start any case within forty-five days of the breach.
- The Supplier must start its response within four days.
no-shop
+ Until the Customer gives notice, the Supplier will not talk to any other possible buyer or lender.
- The Supplier may talk to any other buyer.
third-party-enforce
+ The Customer's shareholders may sue the Supplier directly.
- The Customer's shareholders have no claims.
gag
+ Neither party may report what it learns to any government agency.
- The Supplier may report a crime to any authority.
own-penalty
+ If this agreement ends early, the Customer must pay all the charges for the rest of the term.
- If this agreement ends early, the Customer must pay all the charges for the rest of the term, discounted.
bound-unsigned
+ Anyone who signs in or views a page accepts the changes for the Customer.
- The person who signs has power to do so.
""")


@pytest.mark.parametrize(("position", "kinds", "expected", "text"), FOR_THE_CUSTOMER)
def test_for_the_customer(position: str, kinds: tuple[str, ...], expected: bool, text: str) -> None:
    assert fires(position, *made(text, kinds)) == expected


@pytest.mark.parametrize(("position", "kinds", "expected", "text"), FOR_THE_SUPPLIER)
def test_for_the_supplier(position: str, kinds: tuple[str, ...], expected: bool, text: str) -> None:
    assert Row(position, kinds, renews=False, fires=expected, words=text).is_raised() == expected
