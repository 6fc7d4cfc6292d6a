package page

import (
	"strings"
	"sync"

	"github.com/verbatim-news/verbatim/internal/token"
)

// A wordBook finds the phrases of some lists in a row of tokens. It maps the
// first word of each phrase to what follows it.
type wordBook map[string][]bookEntry

// A bookEntry is a phrase without its first word.
type bookEntry struct {
	rest []string
	kind Kind // empty in books of places and posts
}

// add reads phrases separated by semicolons.
func (b wordBook) add(kind Kind, list string) wordBook {
	for phrase := range strings.SplitSeq(list, ";") {
		if words := strings.Fields(phrase); len(words) > 0 {
			b[words[0]] = append(b[words[0]], bookEntry{words[1:], kind})
		}
	}
	return b
}

// match returns the number of words of the longest phrase that begins at
// tokens[i], and its kind; 0 if there is none.
func (b wordBook) match(tokens []token.Token, i int) (n int, kind Kind) {
	if i < 0 || i >= len(tokens) {
		return 0, ""
	}
	for _, entry := range b[tokens[i].Fold] {
		if len(entry.rest) >= n && startsWith(tokens[i+1:], entry.rest) {
			n, kind = len(entry.rest)+1, entry.kind
		}
	}
	return n, kind
}

// matchBefore returns the number of words of the longest phrase that ends
// right before tokens[end], or 0. It looks back most words at the most.
func (b wordBook) matchBefore(tokens []token.Token, end, most int) int {
	for n := min(most, end); n > 0; n-- {
		for _, entry := range b[tokens[end-n].Fold] {
			if len(entry.rest) == n-1 && startsWith(tokens[end-n+1:], entry.rest) {
				return n
			}
		}
	}
	return 0
}

// startsWith reports whether the folded words of tokens begin with words.
func startsWith(tokens []token.Token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if tokens[i].Fold != word {
			return false
		}
	}
	return true
}

// The books are read from their lists on first use.
var (
	cityBook   = bookOf(cityList)
	regionBook = bookOf(regionList)
	agencyBook = bookOf(agencyList)
	outletBook = bookOf(outletList)
	beatBook   = bookOf(beatList)
	postBook   = bookOf(postList)
	postPlaces = bookOf(postPlaceList)
)

func bookOf(list string) func() wordBook {
	return sync.OnceValue(func() wordBook { return wordBook{}.add("", list) })
}

// cityList are the cities that the Associated Press names without a state or
// country, and some 110 capitals and cities that news reports come from often.
const cityList = `atlanta; baltimore; boston; chicago; cincinnati; cleveland; dallas; denver; detroit; honolulu; houston;
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

// regionList are the states of the USA as written out, as the Associated Press
// shortens them and as the post does, Canadian provinces and countries.
const regionList = `alabama; ala; al; alaska; arizona; ariz; az; arkansas; ark; california; calif; ca; colorado; colo;
connecticut; conn; ct; delaware; del; d c; dc; florida; fla; fl; georgia; ga; hawaii; idaho; illinois; ill;
il; indiana; ind; iowa; kansas; kan; kentucky; ky; louisiana; la; maine; maryland; md; massachusetts; mass;
ma; michigan; mich; mi; minnesota; minn; mn; mississippi; miss; missouri; mo; montana; mont; nebraska; neb;
nevada; nev; nv; new hampshire; n h; nh; new jersey; n j; nj; new mexico; n m; nm; new york; n y; ny; north
carolina; n c; nc; north dakota; n d; nd; ohio; oklahoma; okla; oregon; ore; pennsylvania; pa; rhode island;
r i; ri; south carolina; s c; sc; south dakota; s d; sd; tennessee; tenn; tn; texas; tex; tx; utah; ut;
vermont; vt; virginia; va; washington; wash; wa; west virginia; w va; wv; wisconsin; wis; wi; wyoming; wyo;
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

// agencyList are the agencies and networks that sign a dateline.
const agencyList = `ap; afp; reuters; reuter; upi; xinhua; ani; pti; ians; dpa; tass; kyodo; efe; ansa; cnn; cnnmoney;
bloomberg; sputnik; prnewswire; businesswire; associated press; the associated press; agence france presse;
thomson reuters foundation; business wire; pr newswire; globe newswire; cbs news; nbc news; abc news; fox
news; bbc news; npr; cns; the washington post; los angeles times; the center square`

// outletList are the newspapers, broadcasters and agencies that stand behind a
// name in a byline.
const outletList = `bbc; bbc news; bbc sport; cnn; reuters; ap; afp; associated press; the associated press; press association;
pa; usa today; the guardian; guardian; the observer; new york times; the new york times; washington post;
the washington post; los angeles times; times; npr; politico; bloomberg; abc news; cbs news; nbc news; fox
news; sky news; al jazeera; huffpost; buzzfeed news`

// beatList are the words before the post in a byline: "political editor".
const beatList = `political; politics; deputy political; chief political; home; home affairs; foreign; foreign affairs;
diplomatic; defence; security; legal affairs; economics; economic; business; technology; health; science;
environment; education; arts; entertainment; sports; sport; media; religion; religious affairs; social
affairs; transport; consumer; senior; chief; national; international; white house; state; north america;
middle east; europe; africa; asia; world affairs; special; staff; news; data; crime; congressional;
investigations; royal; showbusiness; climate; crime; courts; housing; property; money; personal finance;
retail; energy; industry; employment; social policy; policy; community affairs; indigenous affairs; rural;
local democracy; public affairs; war; white house; pentagon; supreme court; parliamentary; city hall;
statehouse`

// postPlaceList are the parts of the world that a post is for: "northern
// correspondent".
const postPlaceList = `northern; southern; north of england; west of england; south west; scotland; wales; ireland;
midlands; us; uk; eu; south asia; southeast asia; east asia; latin america; global; washington; moscow;
beijing; berlin; paris; jerusalem; brussels; india; china; russia; australia; canada; los angeles; new york;
hong kong; rome; tokyo; delhi; nairobi; johannesburg; istanbul; central europe; nordic; pacific; caribbean;
africa; texas; california`

// postList are the posts that a byline names.
const postList = `editor; correspondent; correspondents; reporter; reporters; writer; writers; staff; bureau chief; columnist;
commentator; journalist; producer; contributor; analyst`
