package lexicon

import (
	"strings"
	"sync"
)

// Cities are the cities that the Associated Press names without a state or
// country, and some 110 capitals and cities that news reports come from often,
// in small letters with semicolons between.
const Cities = `atlanta; baltimore; boston; chicago; cincinnati; cleveland; dallas; denver; detroit; honolulu; houston;
indianapolis; las vegas; los angeles; miami; milwaukee; minneapolis; new orleans; new york; oklahoma city;
philadelphia; phoenix; pittsburgh; st louis; salt lake city; san antonio; san diego; san francisco; seattle;
washington; amsterdam; baghdad; bangkok; beijing; beirut; berlin; brussels; cairo; djibouti; dublin; geneva;
gibraltar; guatemala city; havana; helsinki; hong kong; islamabad; istanbul; jerusalem; johannesburg; kuwait
city; london; luxembourg; macau; madrid; mexico city; milan; monaco; montreal; moscow; munich; new delhi;
panama city; paris; prague; quebec city; rio de janeiro; rome; san marino; sao paulo; shanghai; singapore;
stockholm; sydney; tokyo; toronto; vatican city; vienna; zurich; united nations; abu dhabi; abuja; accra;
addis ababa; albany; algiers; amman; anchorage; ankara; annapolis; athens; austin; baton rouge; belfast;
belgrade; birmingham; bogota; brasilia; bratislava; brisbane; bucharest; budapest; buenos aires; buffalo;
canberra; cape town; caracas; cardiff; charleston; charlotte; colombo; columbus; copenhagen; dakar;
damascus; davos; delhi; des moines; dhaka; doha; dubai; edinburgh; frankfurt; gaza; gaza city; glasgow;
hamburg; hanoi; harare; ho chi minh city; jakarta; kabul; kampala; kansas city; karachi; kathmandu;
khartoum; kiev; kigali; kinshasa; kuala lumpur; kyiv; lagos; lahore; leeds; lima; lisbon; liverpool; lusaka;
manila; maputo; melbourne; memphis; minsk; mogadishu; mumbai; nairobi; nashville; new york city; oakland;
orlando; oslo; ottawa; phnom penh; portland; port au prince; pretoria; pyongyang; ramallah; reykjavik;
richmond; riga; riyadh; sacramento; san jose; sanaa; santiago; sarajevo; seoul; sofia; st petersburg;
taipei; tallahassee; tallinn; tampa; tbilisi; tehran; tel aviv; tripoli; tunis; ulan bator; vancouver;
vilnius; warsaw; wellington; yangon; zagreb`

// Regions are the states of the USA, Canadian provinces and countries, in small
// letters with semicolons between.
const Regions = `alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida; georgia; hawaii;
idaho; illinois; indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan;
minnesota; mississippi; missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico; new
york; north carolina; north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina;
south dakota; tennessee; texas; utah; vermont; virginia; washington; west virginia; wisconsin; wyoming;
puerto rico; ontario; quebec; british columbia; alberta; manitoba; nova scotia; england; scotland; wales;
northern ireland; afghanistan; albania; algeria; angola; argentina; armenia; australia; austria; azerbaijan;
bahamas; bahrain; bangladesh; barbados; belarus; belgium; belize; benin; bhutan; bolivia; bosnia; bosnia
herzegovina; botswana; brazil; brunei; bulgaria; burkina faso; burma; burundi; cambodia; cameroon; canada;
central african republic; chad; chile; china; colombia; congo; costa rica; croatia; cuba; cyprus; czech
republic; denmark; dominican republic; ecuador; egypt; el salvador; eritrea; estonia; ethiopia; fiji;
finland; france; gabon; gambia; germany; ghana; greece; greenland; guatemala; guinea; guyana; haiti;
honduras; hungary; iceland; india; indonesia; iran; iraq; ireland; israel; italy; ivory coast; jamaica;
japan; jordan; kazakhstan; kenya; kosovo; kuwait; kyrgyzstan; laos; latvia; lebanon; lesotho; liberia;
libya; lithuania; macedonia; madagascar; malawi; malaysia; maldives; mali; malta; mauritania; mauritius;
mexico; moldova; mongolia; montenegro; morocco; mozambique; myanmar; namibia; nepal; netherlands; new
zealand; nicaragua; niger; nigeria; north korea; norway; oman; pakistan; panama; papua new guinea; paraguay;
peru; philippines; poland; portugal; qatar; romania; russia; rwanda; saudi arabia; senegal; serbia; sierra
leone; slovakia; slovenia; somalia; south africa; south korea; south sudan; spain; sri lanka; sudan; sweden;
switzerland; syria; taiwan; tajikistan; tanzania; thailand; togo; trinidad; tunisia; turkey; turkmenistan;
uganda; ukraine; united arab emirates; uruguay; uzbekistan; venezuela; vietnam; west bank; yemen; zambia;
zimbabwe; the netherlands; west germany; soviet union; united kingdom; uk`

// StateAbbreviations are the states of the USA as the Associated Press shortens
// them and as the post does, as [Regions] are written.
const StateAbbreviations = `ala; al; ariz; az; ark; calif; ca; colo; conn; ct; del; d c; dc; fla; fl; ga; ill; il; ind; kan; ky; la; md;
mass; ma; mich; mi; minn; mn; miss; mo; mont; neb; nev; nv; n h; nh; n j; nj; n m; nm; n y; ny; n c; nc; n
d; nd; okla; ore; pa; r i; ri; s c; sc; s d; sd; tenn; tn; tex; tx; ut; vt; va; wash; wa; w va; wv; wis; wi;
wyo`

// otherPlaces are names by which states, countries and parts of the world go that
// stand in no dateline.
const otherPlaces = `america; u s; u s a; usa; u k; u n; e u; britain; great britain; europe; africa; asia; north america; south america;
latin america; the middle east; middle east; queensland; new south wales; tasmania; western australia; south australia; east germany; bavaria;
catalonia; crimea; kashmir; tibet; siberia; palestine; vatican; kremlin; pentagon; white house; capitol hill; wall street; hollywood; manhattan;
brooklyn; queens; long island; silicon valley; downing street; westminster; wuhan; guangzhou; shenzhen`

// adherents are the words for one of a people, a faith or a party, which begin
// with a capital as names do.
const adherents = `afghan; african; albanian; algerian; american; arab; argentine; argentinian; armenian; asian; australian;
austrian; azerbaijani; bangladeshi; belarusian; belgian; bolivian; bosnian; brazilian; british; briton; bulgarian;
burmese; cambodian; canadian; chilean; chinese; colombian; congolese; croatian; cuban; cypriot; czech;
dutch; ecuadorian; egyptian; english; ethiopian; european; filipino; french; gabonese; georgian; german;
ghanaian; greek; haitian; hispanic; hungarian; icelandic; indian; indonesian; iranian; iraqi; irish;
israeli; italian; jamaican; japanese; jordanian; kenyan; korean; kurd; kuwaiti; latino; latina; latvian;
lebanese; libyan; lithuanian; malaysian; mexican; moroccan; nepalese; nigerian; norwegian; pakistani;
palestinian; peruvian; polish; portuguese; romanian; russian; rwandan; saudi; scottish; serbian; slovak;
somali; soviet; spaniard; sudanese; swedish; swiss; syrian; taiwanese; tanzanian; thai; tunisian; turkish;
ugandan; ukrainian; venezuelan; vietnamese; welsh; yemeni; zimbabwean; texan; californian; londoner;
parisian; north korean; south korean; south african; new zealander; jewish; jew; muslim; catholic;
democratic; democrat; republican; tory; whig; socialist; communist; nazi; buddhist; hindu; sikh`

var places, peoples = sync.OnceValue(func() map[string]bool { return phraseSet(Cities + ";" + Regions + ";" + otherPlaces) }),
	sync.OnceValue(func() map[string]bool { return phraseSet(adherents) })

// phraseSet reads phrases with semicolons between.
func phraseSet(list string) map[string]bool {
	set := make(map[string]bool)
	for phrase := range strings.SplitSeq(list, ";") {
		set[strings.Join(strings.Fields(phrase), " ")] = true
	}
	return set
}

// IsPlaceName reports whether lower-cased words, with a space between, are the
// name of a city, a state or a country and no given name: "turkey", "new york",
// but not "georgia".
func IsPlaceName(name string) bool { return places()[name] && !isGivenToo(name) }

// isGivenToo reports whether children are called by the name of a place.
func isGivenToo(name string) bool {
	switch name {
	case "georgia", "virginia", "chad", "jordan", "israel", "kenya", "india", "paris", "charlotte", "austin", "dallas", "sydney", "milan", "orlando",
		"santiago", "sofia", "vienna", "phoenix", "montana", "dakota", "charleston", "alberta", "malta", "niger":
		return true
	}
	return IsGivenName(name)
}

// IsPeople reports whether a lower-cased name is that of a people, a faith or a
// party, or of one who belongs to it: "cuban", "americans", "democrat".
func IsPeople(name string) bool {
	if peoples()[name] {
		return true
	}
	one, many := strings.CutSuffix(name, "s")
	return many && peoples()[one]
}
