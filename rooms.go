package verbatim

import (
	addressroom "github.com/verbatim-news/verbatim/internal/address"
	attributionroom "github.com/verbatim-news/verbatim/internal/attribution"
	channelroom "github.com/verbatim-news/verbatim/internal/channel"
	pageroom "github.com/verbatim-news/verbatim/internal/page"
	speakerroom "github.com/verbatim-news/verbatim/internal/speaker"
	timexroom "github.com/verbatim-news/verbatim/internal/timex"
	tokenroom "github.com/verbatim-news/verbatim/internal/token"
	valueroom "github.com/verbatim-news/verbatim/internal/value"
)

type Anchor = timexroom.Anchor

const AnchorPublished = timexroom.AnchorPublished

type AnchorSource = timexroom.AnchorSource

const AnchorTimestamp = timexroom.AnchorTimestamp
const ByCentury = timexroom.ByCentury
const ByDay = timexroom.ByDay
const ByDayPart = timexroom.ByDayPart
const ByDecade = timexroom.ByDecade
const ByHalf = timexroom.ByHalf
const ByMinute = timexroom.ByMinute
const ByMonth = timexroom.ByMonth
const ByQuarter = timexroom.ByQuarter
const BySeason = timexroom.BySeason
const BySecond = timexroom.BySecond
const ByWeek = timexroom.ByWeek
const ByWeekend = timexroom.ByWeekend
const ByYear = timexroom.ByYear
const ByYearRange = timexroom.ByYearRange

type Channel = channelroom.Channel

const ChannelCall = channelroom.Call
const ChannelConversation = channelroom.Conversation
const ChannelDebate = channelroom.Debate
const ChannelDocument = channelroom.Document
const ChannelEmail = channelroom.Email
const ChannelInterview = channelroom.Interview
const ChannelLetter = channelroom.Letter
const ChannelMessage = channelroom.Message
const ChannelNewsConference = channelroom.NewsConference
const ChannelPost = channelroom.Post
const ChannelSpeech = channelroom.Speech
const ChannelStatement = channelroom.Statement
const ChannelTestimony = channelroom.Testimony
const Date = timexroom.Date
const Direct = attributionroom.Direct

type Direction = timexroom.Direction

const Duration = timexroom.Duration
const Email = addressroom.Email

var FindURLs = addressroom.Find
var Flatten = tokenroom.Flatten

type Form = attributionroom.Form

const FurnitureAdvertisement = pageroom.Advertisement
const FurnitureByline = pageroom.Byline
const FurnitureCaption = pageroom.Caption
const FurnitureCopyright = pageroom.Copyright
const FurnitureCredit = pageroom.Credit
const FurnitureDateline = pageroom.Dateline
const FurnitureHeadline = pageroom.Headline

type FurnitureKind = pageroom.Kind

const FurnitureLink = pageroom.Link
const FurnitureNote = pageroom.Note
const FurnitureShare = pageroom.Share
const FurnitureSignup = pageroom.Signup
const FurnitureStamp = pageroom.Stamp
const FurnitureStandfirst = pageroom.Standfirst

type Granularity = timexroom.Granularity

const ImageLink = addressroom.Image
const Indirect = attributionroom.Indirect

type Loss = addressroom.Loss

const LossCase = addressroom.LossCase
const LossSeparators = addressroom.LossSeparators
const Mixed = attributionroom.Mixed

type Mode = attributionroom.Mode

const PreferFuture = timexroom.PreferFuture
const PreferNearest = timexroom.PreferNearest
const PreferPast = timexroom.PreferPast
const Set = timexroom.Set
const ShortLink = addressroom.Shortener
const SocialPost = addressroom.Post

type Span = tokenroom.Span
type Speaker = speakerroom.Speaker

const Speech = attributionroom.Speech
const Thought = attributionroom.Thought
const Time = timexroom.Time

type Timestamp = timexroom.Timestamp
type TimestampType = timexroom.Kind
type URL = addressroom.Address
type URLKind = addressroom.Kind
type UnknownValueError = valueroom.UnknownValueError

const WebPage = addressroom.Page
const Writing = attributionroom.Writing
