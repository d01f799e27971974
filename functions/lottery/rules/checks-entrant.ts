/** What a campaign asks of who enters: the time, the name, the age, how often, and what she set for herself. Pure. */
import { text } from '../../core/pure/text'
import { addDays, instantOf, monthOf } from '../../core/pure/time'
import { addMonths, yearsAfter } from '../../core/pure/periods'
import { ours } from '../data/statutes'
import { isNobody, isOrganisation, sameName } from './names'
import { no, ok, unknown, wait, type Check, type Reason } from './reason'
import { saidDay } from './said'

const entryWindow: Check = ({ campaign, now, window, today }): Reason => {
  const [first, last, day] = [saidDay(campaign.opensOn), saidDay(campaign.closesOn), saidDay(today)]
  const { basis, unconfirmed } = campaign
  const said = {
    code: 'entryWindow',
    rule: text(`活动时间：${first.zh} 至 ${last.zh}`, `Open from ${first.en} to ${last.en}`),
    basis,
    unconfirmed,
  } as const
  if (now < window.from) return wait(said, text('活动还没有开始', 'It has not begun'), window.from, window.to)
  return now < window.to
    ? ok(said, text(`今天是 ${day.zh}`, `Today is ${day.en}`))
    : no(said, text('活动已经结束', 'It is over'))
}

const entered: Check = ({ counts, campaign: { basis, unconfirmed } }): Reason => {
  const said = {
    code: 'entered',
    rule: text('一张发票只能参加一次', 'An invoice is entered once'),
    basis,
    unconfirmed,
  } as const
  switch (counts.entered) {
    case 'no':
      return ok(said, text('这张还没有参加过', 'This one has not been entered'))
    case 'mine':
      return no(said, text('您已用这张发票参加', 'You have entered this one already'))
    case 'others':
      return no(said, text('这张已由他人参加', 'Somebody else has entered this one'))
  }
}

const realName: Check = ({ terms, entrant }) => {
  if (terms.title.value !== 'exact') return undefined
  const { value: _exact, ...source } = terms.title
  const said = {
    code: 'realName',
    rule: text('参加人须实名', 'Who enters must be verified by name'),
    ...source,
  } as const
  return entrant.realName === null
    ? no(said, text('您还没有实名核验', 'You have not been verified yet'))
    : ok(said, text('您已实名核验', 'You have been verified'))
}

const title: Check = (question) => {
  const {
    terms,
    invoice: { buyerName },
    entrant,
  } = question
  const { value, ...source } = terms.title
  const exact = value === 'exact'
  const said = {
    code: 'title',
    rule: exact
      ? text('发票抬头须与本人实名完全一致', 'The buyer’s name on the invoice must be your own, exactly')
      : text('发票抬头须为个人', 'The buyer on the invoice must be a person'),
    ...source,
  } as const
  const not = (zh: string, en: string): Reason =>
    unknown(question, said, { of: 'buyerName', fact: text(zh, en) })
  if (buyerName === null) return not('我们不知道这张发票的抬头', 'We do not know the buyer’s name on it')
  const own = entrant.realName !== null && sameName(buyerName, entrant.realName)
  if (own) return ok(said, text('抬头与您的实名一致', 'The name on it is yours'))
  if (isOrganisation(buyerName)) return no(said, text('抬头是单位', 'The buyer is an organisation'))
  if (!exact) return ok(said, text('抬头是个人', 'The buyer is a person'))
  if (isNobody(buyerName)) return no(said, text('抬头没有写姓名', 'The invoice has no name on it'))
  // What is not known of the entrant is told by the rule of being verified.
  if (entrant.realName === null)
    return {
      ...no(said, text('实名核验后才能比对抬头', 'It is compared once you have been verified')),
      status: 'unknown',
      warning: true,
    }
  return no(said, text('抬头与您的实名不一致', 'The name on it is not yours'))
}

const adult: Check = (question) => {
  const { terms, entrant, last, today } = question
  if (!terms.adultFrom) return undefined
  const { value, ...source } = terms.adultFrom
  const said = {
    code: 'adult',
    rule: text(`年满 ${value} 周岁才能参加`, `From the age of ${value}`),
    ...source,
  } as const
  if (entrant.bornOn === null)
    return unknown(question, said, {
      of: 'bornOn',
      fact: text('我们不知道您的出生日期', 'We do not know your date of birth'),
    })
  const of = yearsAfter(entrant.bornOn, value)
  return of <= today
    ? ok(said, text(`您已年满 ${value} 周岁`, `You are ${value} or older`))
    : wait(said, text(`您未满 ${value} 周岁`, `You are not ${value} yet`), instantOf(of), last)
}

const perDay: Check = ({ terms, counts, today, last }) => {
  if (!terms.perDay) return undefined
  const { value, ...source } = terms.perDay
  const said = {
    code: 'perDay',
    rule: text(`每人每天最多 ${value} 张`, `At most ${value} invoices a person a day`),
    ...source,
  } as const
  const found = text(`您今天已参加 ${counts.today} 张`, `You have entered ${counts.today} today`)
  return counts.today < value ? ok(said, found) : wait(said, found, instantOf(addDays(today, 1)), last)
}

const perMonth: Check = ({ terms, counts, today, last }) => {
  if (!terms.perMonth) return undefined
  const { value, ...source } = terms.perMonth
  const said = {
    code: 'perMonth',
    rule: text(`每人每月最多 ${value} 张`, `At most ${value} invoices a person a month`),
    ...source,
  } as const
  const found = text(`您本月已参加 ${counts.thisMonth} 张`, `You have entered ${counts.thisMonth} this month`)
  const next = instantOf(`${addMonths(monthOf(today), 1)}-01`)
  return counts.thisMonth < value ? ok(said, found) : wait(said, found, next, last)
}

const inAll: Check = ({ terms, counts }) => {
  if (!terms.inAll) return undefined
  const { value, ...source } = terms.inAll
  const said = {
    code: 'inAll',
    rule: text(`活动期间每人最多 ${value} 张`, `At most ${value} invoices a person in all`),
    ...source,
  } as const
  const found = text(`您已参加 ${counts.inAll} 张`, `You have entered ${counts.inAll}`)
  return counts.inAll < value ? ok(said, found) : no(said, found)
}

const own = { basis: ours, unconfirmed: false } as const

const stopped: Check = ({ entrant: { stop }, now, last }): Reason => {
  const said = {
    code: 'stopped',
    rule: text('您可以随时让自己停止参加', 'You can stop yourself from entering at any time'),
    ...own,
  } as const
  if (!stop || (stop.until !== null && now >= stop.until))
    return ok(said, text('您没有停止参加', 'You have not stopped'))
  const found = text('您已停止参加', 'You have stopped')
  return stop.until === null
    ? no(said, text(`${found.zh}，可在设置中恢复`, `${found.en}; you can take it up again in the settings`))
    : wait(said, found, stop.until, last)
}

const ownCap: Check = ({ entrant, counts, today, last }) => {
  const cap = entrant.ownDailyCap
  if (cap === null) return undefined
  const said = {
    code: 'ownCap',
    rule: text(`您给自己定的上限：每天 ${cap} 张`, `Your own limit: ${cap} invoices a day`),
    ...own,
  } as const
  const found = text(
    `您今天共参加 ${counts.todayEverywhere} 张`,
    `You have entered ${counts.todayEverywhere} today in all`,
  )
  if (counts.todayEverywhere < cap) return ok(said, found)
  // None at all: tomorrow is no better.
  return cap === 0 ? no(said, found) : wait(said, found, instantOf(addDays(today, 1)), last)
}

const dayOpen: Check = ({ counts, today, last, window, now }) => {
  // Before and after the campaign that is told as such.
  if (counts.dayOpen === null || now < window.from || now >= window.to) return undefined
  const said = {
    code: 'dayOpen',
    rule: text(
      '即时开奖须在前一天公布承诺，才能当天开奖',
      'An instant draw takes place on days whose commitment was published the day before',
    ),
    ...own,
  } as const
  if (counts.dayOpen) return ok(said, text('今天的承诺已公布', 'Today’s has been published'))
  return wait(said, text('今天的没有公布', 'Today’s was not published'), instantOf(addDays(today, 1)), last)
}

export const entrantChecks: readonly Check[] = [
  entryWindow,
  entered,
  realName,
  title,
  adult,
  perDay,
  perMonth,
  inAll,
  stopped,
  ownCap,
  dayOpen,
]
