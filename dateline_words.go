package verbatim

import (
	"strings"
	"sync"
)

// A wordBook finds the phrases of some lists in a row of tokens. It maps the
// first word of each phrase to what follows it.
type wordBook map[string][]bookEntry

// A bookEntry is a phrase without its first word.
type bookEntry struct {
	rest []string
	kind FurnitureKind // empty in books of places and posts
}

// add reads phrases separated by semicolons.
func (b wordBook) add(kind FurnitureKind, list string) wordBook {
	for phrase := range strings.SplitSeq(list, ";") {
		if words := strings.Fields(phrase); len(words) > 0 {
			b[words[0]] = append(b[words[0]], bookEntry{words[1:], kind})
		}
	}
	return b
}

// match returns the number of words of the longest phrase that begins at
// tokens[i], and its kind; 0 if there is none.
func (b wordBook) match(tokens []token, i int) (n int, kind FurnitureKind) {
	if i < 0 || i >= len(tokens) {
		return 0, ""
	}
	for _, entry := range b[tokens[i].fold] {
		if len(entry.rest) >= n && startsWith(tokens[i+1:], entry.rest) {
			n, kind = len(entry.rest)+1, entry.kind
		}
	}
	return n, kind
}

// matchBefore returns the number of words of the longest phrase that ends
// right before tokens[end], or 0. It looks back most words at the most.
func (b wordBook) matchBefore(tokens []token, end, most int) int {
	for n := min(most, end); n > 0; n-- {
		for _, entry := range b[tokens[end-n].fold] {
			if len(entry.rest) == n-1 && startsWith(tokens[end-n+1:], entry.rest) {
				return n
			}
		}
	}
	return 0
}

// startsWith reports whether the folded words of tokens begin with words.
func startsWith(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if tokens[i].fold != word {
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

	givenNames = sync.OnceValue(func() map[string]bool {
		words := strings.Fields(givenNameList)
		set := make(map[string]bool, len(words))
		for _, word := range words {
			set[word] = true
		}
		return set
	})
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
hamburg; hanoi; harare; ho chi minh city; jakarta; kabul; kampala; karachi; kathmandu; khartoum; kiev;
kigali; kinshasa; kuala lumpur; kyiv; lagos; lahore; leeds; lima; lisbon; liverpool; lusaka; manila; maputo;
melbourne; memphis; minsk; mogadishu; mumbai; nairobi; nashville; new york city; oakland; orlando; oslo;
ottawa; phnom penh; portland; port au prince; pretoria; pyongyang; ramallah; reykjavik; richmond; riga;
riyadh; sacramento; san jose; sanaa; santiago; sarajevo; seoul; sofia; st petersburg; taipei; tallahassee;
tallinn; tampa; tbilisi; tehran; tel aviv; tripoli; tunis; ulan bator; vancouver; vilnius; warsaw;
wellington; yangon; zagreb`

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
investigations; royal; showbusiness; climate`

// postList are the posts that a byline names.
const postList = `editor; correspondent; correspondents; reporter; reporters; writer; writers; staff; bureau chief; columnist;
commentator; journalist; producer; contributor; analyst`

// givenNameList are 1299 given names: those that stand first in at least six
// names of reporters and quoted people in 87,800 English news articles of
// 1987–2026 and are seldom an ordinary word there, and some sixty common names
// of Africa, Asia, Ireland, Wales and Ukraine.
const givenNameList = `aamir aaron abbe abby abdel abdi abdul abdullah abel abigail abraham abu adam adolfo adrian adriana adrienne
adwoa agnes ahmad ahmaud ahmed aimee ajit alan alana albert alberto alec alejandro aleksandr alex alexander
alexandra alexandria alexei alexis alfonso alfred alfredo ali alice alicia alisa alisha alison allan allen
allie allison alma alvin alyssa ama amanda amara amber amedy amelia amesh amina amir amit ammar amos amy ana
anatoly anderson andra andre andrea andreas andrei andres andrew andrey andy angel angela angelica angelina
angelo angie angus anil anita anjali ann anna anne annette annie anthony antoinette anton antonin antonio
aoife april ari ariel arjun arlen arlene armando arnold arthur arturo arun asa ashish ashley ashok astrid
audrey august aurora avery avi avik bader bagher barack barak barb barbara bari barney barry bart bashar
beau becky bell ben benjamin bennie benny bernadette bernard bernice bernie bert beryl beth bethany betsey
betsy betty beverly bianca bilal billy blaine blair blake blanche bo bob bobby bonnie boris botham brad
bradford bradley brady brandon brenda brendan brennan brent breonna bret brett brian brianna bridget
brittany brooke bruce bruno bryan bryant bryce byron caitlin caitlyn caleb calvin cam cameron camille
candace candice cara carey carl carla carlo carlos carly carmen carol carole carolina caroline carolyn
carrie carter casey cassandra cate catherine cathy cecil cecile cecilia cedric celinda cesar chad charlene
charles charlie charlotte charmaine cheryl chester chi chidi chioma chris chrissy christian christina
christine christopher christy chuck cindy claire clara clare clarence clark claude claudia claudio clay
clayton clifford clint clive clyde cody cole colin colleen collin condoleezza connie connor conor corey
cormac cornel cory courtney craig cristina curt curtis cynthia cyrus dale damian damon dan dana dane daniel
daniella danielle danladi danny dante daphne darius darlene darrell darren darryl daryl dave david davis deb
debbie deborah debra dee deepak deirdre denis denise dennis denny derek derrick desmond deval devin devon
dexter diana diane dianne diego dimitrios dina dinesh dion dmitri dmitry dmytro dominic dominique donald
donna dorian doris dorothy doug douglas drew duane duncan dustin dwayne dwight dylan dylann dzhokhar earl ed
eddie edgar edith edmund eduard eduardo edward edwin eileen elaine eleanor elena eli elias elie elijah eliot
elisabeth elise elissa elizabeth ellen ellie elliot elliott ellis elmer elon elvira emeka emily emir emma
emmanuel emmet emmett enrique eoin eric erica erich erick erik erika erin ernest ernesto ernie erskine erwin
esther ethan eugene eunice eva evan evelyn everett ezra fabian faisal farah faye federico felicia felipe
felix femi fergus fernando fidel fiona florence floyd folake fran frances francesca francine francis
francisco francois frank franklin franz fred freddie freddy frederick fritz fumio gabe gabriel gabriela
gabriella gabrielle gail gareth garrett garry gary gavin gayle gemma gene gennady geoff geoffrey george
georgy gerald gerard gerry ghislaine gil gilbert gill gillian gina ginger giovanni glen glenn gloria gonzalo
goodluck gordon grace graeme graham greg gregg gregory gretchen grover guillermo gustavo gwen gwyneth hakeem
hal haley hamid hamza han hank hanna hannah hans harlan harley harmeet harold harriet harry haruto harvey
hassan heath heather hector heidi helen helena helene helmut henri henry herb herbert herman hilary hilda
hillary hiroshi holly homer hossein howard hubert hugh hugo huma humayun humberto hunter hussein ian ibrahim
igor il ilan ileana ilhan ilya imogen imran ingrid ira irene irvine irving irwin isaac isabel isabelle
ismail isobel ivan ivanka ivo jack jackie jacky jacob jacqueline jacques jade jaime jair jake jamal jameel
james jamie jan jane janet janice jared jarrod jasmine jason javad javier jay jean jeanette jeanine jeanne
jeannie jeb jed jeff jeffery jeffrey jemima jen jenna jennifer jenny jens jeremy jerome jerrold jerry jess
jesse jessica jessie jill jillian jim jimmy jo joan joanna joanne joaquin jocelyn jodi jody joe joel joey
johan johanna john johnnie johnny jon jonah jonas jonathan jonathon joni jorge jose josef joseph josh joshua
josie joyce juan juanita judd judith judy julia julian julianne julie julien juliette julio julius jurgen
justin kaitlyn kamala kamil kanye kara kareem karen kari karim karin karl karla karlyn kate katelyn
katharine katherine kathleen kathryn kathy katie katrina katsuhito katy kay kayla keith kelli kelly
kellyanne kelsey ken kendal kendall kendra kenji kenneth kenny kent kerri kerry kevin khaled khalid khan
khloe kieran kim kimberly kirk kirsten kit kitty klaus kofi konstantin kori kris kristen kristi kristian
kristin kristina kristy kurt kwame kyle kylie lamar lamont lance lanny lara larry laura laurel lauren
laurence laurent laurie lawrence layla leah leana leanne lee leigh leila leland len lena leo leon leonard
leonid leroy les lesley leslie lester letitia lev lewis liam lianne libby lillian lily lincoln linda lindsay
lindsey lionel lisa liz lizzie lloyd logan lois lorella loren lorenzo loretta lori lorraine lou louie louis
louise luc lucas lucia lucille lucy luis luisa luke luther lydia lyle lynda lyndon lynette lynn lynne
madeleine madeline mae maggie mahmoud makoto malcolm malik mallory manny manuel mara marc marcia marco
marcus marcy margaret marge margie margo margot marguerite mari maria marian marianne marie marielena
marilyn marina mario marion marisa marjorie mark marlene marlin marsha marshall marta martha martin marty
marvin mary mason matt matthew maureen maurice mauricio max maxine maya meg megan meghan mehdi mei mel
melania melanie melinda melissa melody melvin meredith merrick mia micah michael michel michele michelle
mick miguel mike mikhail milton mimi mindy mira miriam mitch mitchell mitt mo mohamed mohammad mohammed
molly mona monica monique morgan morris morton moses moshe muhammad muriel murray mustafa myra myrna myron
nadia nadine nan nancy naomi nasser natalia natalie natasha nate nathalie nathan nathaniel neal ned neera
neil nelson newt ngozi niamh nicholas nick nickolay nico nicola nicolas nicole nidal nigel nikki nikolai
nikolas nina nita noah noam noel nolan nora norma norman oksana oleg olena olga oliver olivia olivier
oluwaseun omar oren orrin oscar otto owain owen pablo padraig paige pam pamela parker pascal pat patricia
patrick patti patty paul paula pauline paulo pedro peggy penelope perry pete peter phil philip philippe
phillip phyllis pierre pietro preet priscilla priya quentin quincy quinton rachael rachel rafael rahm rahul
raj ralph rami ramon rand randall randolph randy raphael rashid rashida raul ravi ray raymond rebecca
rebekah reed reggie regina reid renato rene renee rex reza rhonda rhys ricardo richard rick ricky riley rita
ro rob robby robert roberta roberto robin robyn rod rodney rodolfo rodrigo roger rohan roland rolf roman ron
ronald ronnie ronny rory rosa rosalind rosario rosemary rosie ross rowena roy ruben rudolf rudolph rudy
rupert russ russell ruth ryan sabrina sadiq saeb saeed sal salah salim sally salman salomon salvador sam
samantha sami samir samuel sandi sandra sandy sara sarah sari sasha saul saxby scott sean sebastian selena
serena serge sergei sergey sergio seth shane shannon sharon shaun shawn sheena sheila shelby sheldon shelley
shelly sheri sherri sherrod sherry sheryl shira shirley shmuel sibongile sid sidney siegfried simon simone
siobhan solomon sonia sonny sophia sophie spencer stacey stacy stan stanley stefan stella steny stephan
stephanie stephen steve steven stewart stormy stu stuart sunita suresh susan susana susanne susie suzanne
svitlana sylvia tad takashi tal talbot tamar tamara tamir tammy tan tania tanya tara tariq tatiana taylor
ted teddy terence teresa terrance terrence terri terrie terry thabo thad thea theodore theresa thom thomas
thurgood tiffany tim timothy tina toby todd tom tommy toni tony tracy travis trent trevor trey tricia
tristan troy tucker tulsi tunde tyler vaclav vadim val valerie vanessa vera vern vernon veronica vic vicente
vicki vickie vicky victor victoria vikram viktor vin vince vincent vitaly vivek vivian vladimir volodymyr
vyacheslav walid walker wallace wally walt walter wanda warren wayne wei wendell wendy werner wes wesley
whit whitney wilbur wilfried william williams willie willis wojciech wolfgang woody xavier yair yao yasuhiro
yevgeny yitzhak yong yossi yuki yulia yuri yushiro yusuf yuval yvette zach zachary zack zainab zeke zev zoe`
