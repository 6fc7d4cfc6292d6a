package page

import (
	"strings"
	"sync"

	"github.com/verbatim-news/verbatim/internal/lexicon"
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

	moreNames = sync.OnceValue(func() map[string]bool {
		names := strings.Fields(moreNameList)
		set := make(map[string]bool, len(names))
		for _, name := range names {
			set[name] = true
		}
		return set
	})
)

// isGivenName reports whether a folded word is a known given name.
func isGivenName(word string) bool {
	return lexicon.IsGivenName(word) || moreNames()[word]
}

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

// moreNameList are 588 given names that package lexicon does not have, because
// it needs a gender for each: words that stand first in at least six names of
// reporters and quoted people in 87,800 English news articles of 1987–2026 and
// are seldom an ordinary word there, less places, peoples and organisations;
// and some forty names of Africa, Asia, Ireland and Ukraine from general
// knowledge.
const moreNameList = `abbe abby abdel abdi abdullah abu adrian adrienne adwoa agnes ahmaud aimee ajit alec alejandro aleksandr
alex alexandria alfonso alfred alfredo alisa alisha allan allen alma ama amara amedy amesh amir anderson
andra andreas andrey angel anita annie antoinette anton antonin antonio april ari ariel arlen armando arturo
arun asa ashish ashok august aurora avery avi avik bader bagher barak barb bari barney barry bart bashar
beau bell bennie benny bernadette bert beryl betsey bilal blaine blair blake blanche bo botham brad bradley
brady brennan brent breonna brett bridget brooke bruno bryant bryce byron caitlin caleb calvin cam cameron
cara carole carolina caroline carter casey cecil cecilia celinda chad charlie charmaine chester chi chidi
chioma chris clara clarence clark claude claudio clay clayton clifford clint cody cole colin colleen collin
connor cormac cornel cory courtney curt cyrus dale damian damon dan dana dane daniella danladi danny dante
darlene darrell darryl daryl dave davis deb dee deepak deirdre denis derrick deval devon dimitrios dinesh
dion dmitri dmytro dominic dominique doug drew dwayne dylann dzhokhar earl ed eddie edgar edmund eduard
eileen eli elias elie eliot elise elissa elliott ellis elmer elon emir emmet emmett eoin erica erich erika
erin ernest ernie erskine eunice eva evan everett ezra farah faye federico felicia femi fergus florence
folake fran francesca francine francis franklin franz freddie freddy frederick fritz fumio gabe garry gayle
gene gennady geoff georgy gerard gerry ghislaine gil gilbert ginger glen glenn goodluck graeme greg gregg
guillermo gwyneth hakeem hal haley hamza han hank hanna hans harlan harley harmeet haruto heath heidi helena
helene henri herb hilary holly homer hossein hubert humayun humberto hunter il ilan ileana ilhan ilya ira
irvine irving isaac isobel jackie jacky jacques jade jaime jair jake jamal jameel jamie jan jasmine javad
jay jeanine jed jemima jen jenna jens jerome jerrold jess jesse jo joaquin jody joel joey johnny jonah jonas
jonathon josef josie judd julien juliette julius kaitlyn kamil kanye karlyn katelyn katrina katsuhito kay
kelli kellyanne kelsey kendal kendra kenny kent kerri kerry khaled khan khloe kieran kim kirk kit kitty kori
kristina kristy lamar lamont lance lara laurel laurence laurent leana leanne len leroy les leslie letitia
lev lincoln lizzie lorella loren lorenzo lou lucas luther lyle madeline makoto mallory manny mara marc mari
marielena marina marion marisa marlene marlin marshall marta marty marvin matt maurice mauricio mehdi mel
melody melvin merrick micah michel mimi mira miriam mitchell mo mohammad morgan morris morton moshe murray
myra myrna nadia nadine nan nasser nate neal ned neera nickolay nico nita noam noel nolan oksana olivier
oluwaseun oren orrin owain padraig parker pascal pat patty penelope perry phil philippe phillip pierre
pietro preet quincy quinton rachael rahm raj rami ramon randall randolph raphael rashid raul ravi reed
reggie regina reid renato rex reza ricky riley ro robby roberto robin rodney rodolfo rohan roman rosalind
rosario rosemary rowena rudolf russ sadiq saeb saeed sal salah salim salomon sam sami samir sandy sari sasha
saul saxby serge seth shane shannon shaun shawn sheena shelby sheldon sherrod sherry sheryl shira shmuel
sibongile sid siegfried simone solomon spencer stefan steny stephan stewart stormy stu susie svitlana tad
takashi tal talbot tamar tamara tamir tan tania teddy terence terrance terrie thad thea thom thurgood tommy
toni travis trent trey tristan troy tulsi vaclav vadim val vern vic vicki vin vince vivian vyacheslav walid
wallace walt wendell werner wes whit whitney wilbur wilfried williams willis wojciech woody yair yao
yasuhiro yevgeny yong yossi yuri yushiro yuval zach zack zainab zeke zev`
