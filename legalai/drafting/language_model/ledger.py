"""What a drafter has used for one review: requests, tokens and their price, and the way of asking that worked."""

from dataclasses import dataclass, field
from decimal import Decimal

from legalai.drafting.language_model.providers import OutputMode


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Requests, tokens and price. `cost_usd` is None where no price is known, 0 for nothing sent."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = Decimal(0)

    def __add__(self, other: "Spent") -> "Spent":
        known = self.cost_usd is not None and other.cost_usd is not None
        return Spent(
            requests=self.requests + other.requests,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost_usd=(self.cost_usd or Decimal(0)) + (other.cost_usd or Decimal(0)) if known else None,
        )


@dataclass
class Ledger:
    """The running account of one drafter; `cached` counts replies that were not asked for again."""

    spent: Spent = field(default_factory=Spent)
    cached: int = 0
    mode: OutputMode | None = None

    def pay(self, spent: Spent) -> None:
        """Add what a job took, whether it ended well or not."""
        self.spent += spent
