"""The states and territories of the United States in which a learner may live, by postal code."""

from __future__ import annotations

from quiz.errors import COMMAND, Problem, QuizError, choose

# U.S. Postal Service, Publication 28, Appendix B: states, D.C. and the inhabited territories.
STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
    "AS": "American Samoa",
    "GU": "Guam",
    "MP": "Northern Mariana Islands",
    "PR": "Puerto Rico",
    "VI": "U.S. Virgin Islands",
}
TAG = "state::"


def read_state(text: str) -> str:
    """Read a postal code or a state's name as the code; raises QuizError if it is neither."""
    plain = " ".join(text.replace(".", "").casefold().split())
    for code, name in STATES.items():
        if plain in (code.casefold(), name.replace(".", "").casefold()):
            return code
    what = f"there is no state or territory '{text.strip()}'"
    likely = choose(text.strip().title(), STATES.values())
    fix = likely if likely.startswith("did") else "write it as in CA or California"
    raise QuizError(Problem(COMMAND, "unknown-state", what, fix))


def asked_in(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the states, by code, to which an item with such tags is confined; none means all."""
    return frozenset(
        tag.removeprefix(TAG).upper() for tag in tags if tag.startswith(TAG)
    )
