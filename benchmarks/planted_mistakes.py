"""Two contracts of our own without mistakes, and the mistakes to put into them one at a time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """One mistake: `old`, which stands once in the contract, becomes `new`; `kind` is what is to be said of it."""

    kind: str
    old: str
    new: str


SERVICES = """MANAGED SERVICES AGREEMENT

This Managed Services Agreement (this "Agreement") is made as of March 3, 2025 between Larkfield Systems Inc., \
a Delaware corporation ("Supplier"), and Orchard Mutual Ltd., an English company ("Customer").

1. DEFINITIONS
1.1 "Affiliate" means an entity that controls, is controlled by or is under common control with a party.
1.2 "Business Day" means a day on which banks in London are open.
1.3 "Confidential Information" means information that a party marks as confidential.
1.4 "Deliverables" means the reports that Supplier makes under this Agreement.
1.5 "Services" means the hosting and support described in Schedule 1.
1.6 "Sub-Contractor" means a person to whom Supplier delegates any part of the Services.
1.7 "Service Credit" means a sum set off against the Fees under Section 3.4.

2. SERVICES
2.1 Supplier shall provide the Services and the Deliverables from the Effective Date.
2.2 Supplier may appoint a Sub-Contractor with the consent of Customer, and shall tell each Affiliate its name.
2.3 Supplier shall (a) use skill, (b) answer on each Business Day, (c) repair faults, and (d) report every month.
2.4 The Services begin on Monday, March 3, 2025 (the "Effective Date").

3. FEES AND PAYMENT
3.1 Customer shall pay one hundred twenty thousand dollars ($120,000) a year (the "Fees").
3.2 The Fees of $120,000 are payable in twelve (12) equal monthly instalments of $10,000.
3.3 Customer shall pay each invoice within thirty (30) days after it is received.
3.4 Where the Services are not available as Schedule 1 requires, a Service Credit of five percent (5%) is due.
3.5 The first year's costs shall be shared as follows: 60% by Supplier and 40% by Customer.

4. CONFIDENTIALITY
4.1 Each party shall keep the Confidential Information of the other secret.
4.2 The confidentiality obligations in Section 4 last for five (5) years after termination.
4.3 Each Sub-Contractor shall be bound by the same duty.

5. TERM AND TERMINATION
5.1 The term of this Agreement runs from March 3, 2025 to March 2, 2028.
5.2 Either party may terminate this Agreement for material breach under the procedure in Section 5.3.
5.3 A party that wishes to terminate shall give sixty (60) days' written notice to the other.
5.4 The last invoice is due on February 28, 2028.

6. LIABILITY
6.1 Supplier shall not be liable for more than the Fees paid in the year before the claim.
6.2 The limits of liability in Section 6.1 do not apply to Confidential Information.
6.3 Supplier shall insure itself against claims under Section 6 (Liability).

7. GENERAL
7.1 Notices are sent to the registered office of the other party.
7.2 This Agreement is governed by the laws of England.
7.3 Neither party may assign this Agreement without consent.

IN WITNESS WHEREOF the parties have signed this Agreement.

Larkfield Systems Inc.                 Orchard Mutual Ltd.
By: ____________________               By: ____________________
Name:                                  Name:

SCHEDULE 1

Description of what Supplier hosts

Supplier hosts the claims portal of Customer and answers questions by telephone on working days.

Hosting\t$70,000
Support\t$30,000
Reports\t$20,000
Total\t$120,000
"""

LICENCE = """SOFTWARE LICENCE AGREEMENT

THIS AGREEMENT is dated 14 July 2025 and made between

(1) BRAMBLE ANALYTICS LIMITED, a company incorporated in England (the "Licensor"); and
(2) TORRENT FOODS PLC, a company incorporated in Scotland (the "Licensee").

ARTICLE 1 DEFINITIONS
1.1 In this Agreement:
"Documentation" means the manuals that the Licensor publishes for the Software.
"Licence Fee" means the sum stated in Section 4.1.
"Licensed Users" means employees of the Licensee whom it names to the Licensor.
"Software" means the program known as Bramble Forecast.
"Territory" means the United Kingdom.
"Update" means a version of the Software that corrects faults.

ARTICLE 2 LICENCE
2.1 The Licensor grants the Licensee a licence to use the Software and the Documentation in the Territory.
2.2 Only Licensed Users may use the Software, and no more than two hundred (200) of them at a time.
2.3 The Licensee shall not:
(a) copy the Software, except for a backup;
(b) translate the Software;
(c) remove any notice from the Documentation; or
(d) let any other person use the Software.

ARTICLE 3 SUPPORT
3.1 The Licensor shall give the Licensee each Update within ten (10) Business Days after it is published.
3.2 "Business Day" means a day other than a Saturday, a Sunday or a public holiday in England.
3.3 The Licensor shall answer requests for help as set out in Schedule A.

ARTICLE 4 PAYMENT
4.1 The Licensee shall pay a Licence Fee of £48,000 (forty-eight thousand pounds).
4.2 The Licence Fee of £48,000 is payable in 4 equal quarterly instalments of £12,000.
4.3 Interest on late sums runs at four per cent (4%) a year.
4.4 Income from joint sales shall be divided as follows: 75% to the Licensor and 25% to the Licensee.

ARTICLE 5 WARRANTY
5.1 The Licensor warrants that the Software does what the Documentation says for ninety (90) days.
5.2 The warranty in Section 5.1 is void where the Licensee has changed the Software.
5.3 The Licensee shall tell the Licensor of any fault as Section 7.2 (Notices) requires.

ARTICLE 6 TERM
6.1 This Agreement begins on 1 August 2025 and ends on 31 July 2027.
6.2 The Licensor may terminate it where the payment obligations in Article 4 are not met.
6.3 The parties shall meet on Friday, 1 August 2025 to begin.

ARTICLE 7 GENERAL
7.1 The laws of England govern this Agreement.
7.2 Notices are given in writing.
7.3 Changes are made in writing and signed by both parties.

Signed by the parties on the date stated above.

Signed by ______________ for BRAMBLE ANALYTICS LIMITED
Signed by ______________ for TORRENT FOODS PLC

SCHEDULE A

Requests for help

The Licensor answers by the end of the next working day. Prices of extra help:

Training\t£2,500
Migration\t£4,500
Total\t£7,000
"""

CONTRACTS: dict[str, tuple[str, tuple[Planted, ...]]] = {
    "services": (
        SERVICES,
        (
            Planted(
                "term-undefined", '1.4 "Deliverables" means the reports that Supplier makes under this Agreement.\n', ""
            ),
            Planted("term-unused", '1.6 "Sub', '1.6 "Key Personnel" means the staff whom Supplier names.\n1.6 "Sub'),
            Planted("term-twice", "7.1 Notices", '"Services" means consulting by the hour.\n7.1 Notices'),
            Planted("term-spelling", "4.3 Each Sub-Contractor", "4.3 Each Subcontractor"),
            Planted("reference-missing", "under the procedure in Section 5.3", "under the procedure in Section 5.9"),
            Planted("reference-missing", "in Section 6.1 do not", "in Section 16 do not"),
            Planted("reference-subject", "obligations in Section 4 last", "obligations in Section 3 last"),
            Planted("reference-subject", "Section 6 (Liability)", "Section 7 (Liability)"),
            Planted("schedule-missing", "described in Schedule 1", "described in Schedule 1 and priced in Schedule 2"),
            Planted("blank", "within thirty (30) days", "within [●] days"),
            Planted("blank", "the laws of England", "the laws of [England/Scotland]"),
            Planted("blank", "the registered office", "_______________, the office"),
            Planted("drafting-note", "without consent.", "without consent. [NTD: client to confirm.]"),
            Planted("figures-words", "sixty (60) days", "sixty (90) days"),
            Planted("figures-words", "dollars ($120,000)", "dollars ($102,000)"),
            Planted("total", "Total\t$120,000", "Total\t$125,000"),
            Planted("total", "40% by Customer", "45% by Customer"),
            Planted("total", "instalments of $10,000", "instalments of $12,000"),
            Planted("foreign-name", "6.1 Supplier shall not", "6.1 Vendor shall not"),
            Planted("foreign-name", "3.3 Customer shall pay", "3.3 Globex Corp. shall pay"),
            Planted("number-skipped", "6.3 Supplier shall insure", "6.4 Supplier shall insure"),
            Planted("number-skipped", "(c) repair faults, and (d)", "(c) repair faults, and (e)"),
            Planted("number-twice", "3.5 The first", "3.4 The first"),
            Planted("date-impossible", "February 28, 2028", "February 30, 2028"),
            Planted("date-weekday", "Monday, March 3", "Tuesday, March 3"),
            Planted("date-order", "to March 2, 2028", "to March 2, 2023"),
        ),
    ),
    "licence": (
        LICENCE,
        (
            Planted("term-undefined", '"Update" means a version of the Software that corrects faults.\n', ""),
            Planted("term-undefined", '"Territory" means the United Kingdom.\n', ""),
            Planted("term-unused", '"Territory" means', '"Net Revenue" means sales less tax.\n"Territory" means'),
            Planted("term-twice", "7.2 Notices are", '"Territory" means France and Spain.\n7.2 Notices are'),
            Planted("term-spelling", "4.2 The Licence Fee", "4.2 The License Fee"),
            Planted("reference-missing", "stated in Section 4.1", "stated in Section 4.7"),
            Planted("reference-missing", "in Article 4 are", "in Section 12 are"),
            Planted("reference-subject", "The warranty in Section 5.1", "The warranty in Section 4.1"),
            Planted("reference-subject", "payment obligations in Article 4", "payment obligations in Article 5"),
            Planted("schedule-missing", "set out in Schedule A", "set out in Schedule C"),
            Planted("blank", "ninety (90) days", "[insert number] days"),
            Planted("blank", "a public holiday in England", "a public holiday in TBD"),
            Planted("drafting-note", "7.3 Changes", "Note to draft: check with tax. 7.3 Changes"),
            Planted("figures-words", "two hundred (200)", "two hundred (250)"),
            Planted("figures-words", "£48,000 (forty-eight thousand pounds)", "£48,000 (forty-five thousand pounds)"),
            Planted("total", "Total\t£7,000", "Total\t£7,500"),
            Planted("total", "25% to the Licensee", "35% to the Licensee"),
            Planted("foreign-name", "3.3 The Licensor shall", "3.3 The Franchisor shall"),
            Planted("foreign-name", "5.2 The warranty", "5.2 Quillmark agrees to help. The warranty"),
            Planted("number-skipped", "(d) let any other", "(e) let any other"),
            Planted("number-twice", "7.3 Changes", "7.2 Changes"),
            Planted("date-impossible", "31 July 2027", "31 June 2027"),
            Planted("date-weekday", "Friday, 1 August 2025", "Monday, 1 August 2025"),
            Planted("date-order", "ends on 31 July 2027", "ends on 31 July 2024"),
        ),
    ),
}
