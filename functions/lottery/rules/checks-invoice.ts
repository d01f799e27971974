/** What a campaign asks of an invoice: kind, number, amount, day, state. Pure. */
import { text, type Text } from '../../core/pure/text'
import { addDays, instantOf, MINUTE } from '../../core/pure/time'
import { kindName } from '../data/kinds'
import { highestVat, ROUNDING_OF_LINES } from '../data/vat'
import { totalOf, type EntrantInvoice } from './entrant'
import { no, ok, unknown, wait, type Check, type Reason } from './reason'
import { saidDay, saidInstant, saidList, saidYuan } from './said'

const kind: Check = ({ terms, invoice }) => {
  if (!terms.kinds) return undefined
  const { value, ...source } = terms.kinds
  const names = saidList(value.map(kindName))
  const said = {
    code: 'kind',
    rule: text(`参加的票种：${names.zh}`, `Kinds that take part: ${names.en}`),
    ...source,
  } as const
  const own = kindName(invoice.facts.kind)
  const found = text(`这张是${own.zh}`, `This is one of: ${own.en}`)
  return value.includes(invoice.facts.kind) ? ok(said, found) : no(said, found)
}

const numberRule = (prefixes: readonly string[], digits: number | null): Text => {
  const [first = ''] = prefixes
  const begins = prefixes.join(' / ')
  const [zh, en] = [
    digits === null ? [] : [`号码为 ${digits} 位`],
    digits === null ? [] : [`numbers of ${digits} digits`],
  ]
  if (prefixes.length > 0) {
    zh.push(`号码前 ${first.length} 位为 ${begins}`)
    en.push(`numbers that begin with ${begins}`)
  }
  return text(zh.join('，'), `Taking part: ${en.join(', ')}`)
}

const number: Check = ({ terms, invoice: { facts } }) => {
  if (!terms.number) return undefined
  const {
    value: { prefixes, digits },
    ...source
  } = terms.number
  const said = { code: 'number', rule: numberRule(prefixes, digits), ...source } as const
  const { length } = prefixes[0] ?? ''
  const begin = facts.number.slice(0, length)
  const found = text(
    `这张号码 ${facts.number.length} 位${begin && `，前 ${length} 位为 ${begin}`}`,
    `This number has ${facts.number.length} digits${begin && ` and begins with ${begin}`}`,
  )
  const fits =
    (digits === null || facts.number.length === digits) &&
    (prefixes.length === 0 || prefixes.some((prefix) => facts.number.startsWith(prefix)))
  return fits ? ok(said, found) : no(said, found)
}

/** What the total is at most, where only the amount before tax is known. */
const mostOf = ({ facts }: EntrantInvoice): number =>
  Math.floor((facts.amount * (100 + highestVat(facts.issuedOn))) / 100) + ROUNDING_OF_LINES

const floor: Check = (question) => {
  const { terms, invoice } = question
  if (!terms.floor) return undefined
  const { value, ...source } = terms.floor
  const least = saidYuan(value)
  const said = {
    code: 'floor',
    rule: text(`单张发票含税金额不低于 ${least.zh}`, `One invoice is of at least ${least.en}, tax included`),
    ...source,
  } as const
  const total = totalOf(invoice)
  const shown = saidYuan(total ?? invoice.facts.amount)
  if (total !== null) {
    const found = text(`这张含税 ${shown.zh}`, `This one is of ${shown.en}`)
    return total >= value ? ok(said, found) : no(said, found)
  }
  const net = text(`这张不含税 ${shown.zh}`, `This one is of ${shown.en} before tax`)
  if (invoice.facts.amount >= value) return ok(said, net)
  if (mostOf(invoice) < value)
    return no(said, text(`${net.zh}，加上税也不到`, `${net.en}, and too little with the tax`))
  return unknown(question, said, {
    of: 'total',
    fact: text(
      `${net.zh}，加上税够不够不知道，请填写价税合计`,
      `${net.en}; whether it is enough with the tax is not known: please give the total`,
    ),
  })
}

const invoiceDate: Check = ({ terms, invoice: { facts }, now, today, last }) => {
  const {
    value: { from, to, withinDays },
    ...source
  } = terms.invoiceDates
  const [first, end, own] = [saidDay(from), saidDay(to), saidDay(facts.issuedOn)]
  const within =
    withinDays === null
      ? text('', '')
      : text(`，开票后 ${withinDays} 天内参加`, `, entered within ${withinDays} days`)
  const said = {
    code: 'invoiceDate',
    rule: text(
      `开票日期在 ${first.zh} 至 ${end.zh} 之间${within.zh}`,
      `Issued from ${first.en} to ${end.en}${within.en}`,
    ),
    ...source,
  } as const
  const found = text(`这张开于 ${own.zh}`, `This one was issued on ${own.en}`)
  if (facts.issuedOn > today)
    return no(said, text(`${found.zh}，比今天还晚`, `${found.en}, which is later than today`))
  if (facts.issuedOn < from || facts.issuedOn > to) return no(said, found)
  // Only this bound can be passed by waiting too long: the end of the campaign is told by its own rule.
  const late = withinDays !== null && now >= last && now >= instantOf(addDays(facts.issuedOn, withinDays + 1))
  return late ? no(said, text(`${found.zh}，已超过期限`, `${found.en}, too long ago`)) : ok(said, found)
}

const state: Check = (question): Reason => {
  const { invoice, terms, now, campaign } = question
  const said = {
    code: 'state',
    rule: text('发票须为正常状态', 'The invoice must be in good standing'),
    basis: campaign.basis,
    unconfirmed: campaign.unconfirmed,
  } as const
  const { amount } = invoice.facts
  if (invoice.state === 'void') return no(said, text('这张已作废', 'This one is void'))
  if (invoice.state === 'red') return no(said, text('这张已被冲红', 'This one was reversed'))
  if (amount < 0) return no(said, text('这张是红字发票', 'This one is a red-letter invoice'))
  if (invoice.state === 'normal' && invoice.verifiedAt !== null) {
    const when = saidInstant(invoice.verifiedAt)
    return ok(said, text(`${when.zh} 查验为正常`, `In good standing when verified at ${when.en}`))
  }
  return unknown(question, said, {
    of: 'state',
    fact: text('这张还没有查验到', 'This one could not be verified yet'),
    again: now + (terms.waitMinutes?.value ?? 60) * MINUTE,
  })
}

const waiting: Check = (question) => {
  const { terms, invoice, now, last } = question
  if (!terms.waitMinutes) return undefined
  const { value, ...source } = terms.waitMinutes
  const said = {
    code: 'wait',
    rule: text(
      `开票满 ${value} 分钟后参加，以便发票进入查验库`,
      `Entered ${value} minutes after issue, once the verification database has it`,
    ),
    ...source,
  } as const
  if (invoice.state === 'normal' && invoice.verifiedAt !== null)
    return ok(said, text('这张已在查验库中', 'The verification database has it'))
  if (invoice.issuedAt !== null) {
    const ready = invoice.issuedAt + value * MINUTE
    const when = saidInstant(invoice.issuedAt)
    const found = text(`这张开于 ${when.zh}`, `This one was issued at ${when.en}`)
    return now >= ready ? ok(said, found) : wait(said, found, ready, last)
  }
  // Without a time of day: issued at the latest just before the midnight after.
  const surely = instantOf(addDays(invoice.facts.issuedOn, 1)) + value * MINUTE
  const day = saidDay(invoice.facts.issuedOn)
  if (now >= surely) return ok(said, text(`这张开于 ${day.zh}`, `This one was issued on ${day.en}`))
  return unknown(question, said, {
    of: 'issuedAt',
    fact: text(
      `这张开于 ${day.zh}，不知道几点，查验库里可能还没有`,
      `This one was issued on ${day.en} at a time we do not know; the database may not have it yet`,
    ),
    again: Math.min(surely, now + value * MINUTE),
  })
}

export const invoiceChecks: readonly Check[] = [kind, number, floor, invoiceDate, state, waiting]
