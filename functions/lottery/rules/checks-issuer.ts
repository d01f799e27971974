/** What a campaign asks of the shop that issued an invoice: where, in which industry, itself or by proxy. Pure. */
import { text, type Text } from '../../core/pure/text'
import type { Sector } from './campaign'
import { divisionStem, scopeOf } from '../../core/pure/code-scope'
import { placeText } from '../../core/pure/places'
import { no, ok, unknown, type Check } from './reason'
import { saidList } from './said'

const region: Check = (question) => {
  const { terms, invoice, campaign } = question
  if (!terms.regions) return undefined
  const { value, ...source } = terms.regions
  const said = {
    code: 'region',
    rule: text(
      `开票方须在${campaign.place.zh}登记注册`,
      `The shop must be registered in ${campaign.place.en}`,
    ),
    ...source,
  } as const
  const not = {
    of: 'region',
    fact: text('我们不知道开票方在哪里登记注册', 'We do not know where the shop is registered'),
  } as const
  if (invoice.issuerRegion === null) return unknown(question, said, not)
  const scope = scopeOf(divisionStem(invoice.issuerRegion), value)
  const place = placeText(invoice.issuerRegion)
  if (scope === 'unknown')
    return unknown(question, said, {
      ...not,
      fact: text(
        `只知道开票方在${place.zh}，不知道具体城市`,
        `We only know that the shop is in ${place.en}, not in which city`,
      ),
    })
  const found = text(`开票方在${place.zh}`, `The shop is in ${place.en}`)
  return scope === 'in' ? ok(said, found) : no(said, found)
}

const codesOf = (sectors: readonly Sector[]): readonly string[] => sectors.flatMap(({ codes }) => codes)
const namesOf = (sectors: readonly Sector[]): Text => saidList(sectors.map(({ name }) => name))

const sectorRule = (included: readonly Sector[], excluded: readonly Sector[]): Text => {
  const [taking, not] = [namesOf(included), namesOf(excluded)]
  const all = text('各行业均可参加', 'Every industry takes part')
  const some = text(`参加的行业：${taking.zh}`, `Industries that take part: ${taking.en}`)
  const rule = included.length === 0 ? all : some
  return excluded.length === 0 ? rule : text(`${rule.zh}；不含${not.zh}`, `${rule.en}; but not ${not.en}`)
}

const sector: Check = (question) => {
  const { terms, invoice } = question
  if (!terms.sectors) return undefined
  const {
    value: { included, excluded },
    ...source
  } = terms.sectors
  const said = { code: 'sector', rule: sectorRule(included, excluded), ...source } as const
  const { industry } = invoice
  if (industry === null)
    return unknown(question, said, {
      of: 'industry',
      fact: text(
        '我们无法得知开票方属于哪个行业，由主办单位核对',
        'We cannot know the shop’s industry; the office checks it',
      ),
    })
  const out = excluded.find(({ codes }) => scopeOf(industry, codes) === 'in')
  const into = included.find(({ codes }) => scopeOf(industry, codes) === 'in')
  const name = (out ?? into)?.name
  const own = text(
    name ? `${name.zh}（行业代码 ${industry}）` : `行业代码 ${industry}`,
    name ? `${name.en} (industry code ${industry})` : `industry code ${industry}`,
  )
  switch (scopeOf(industry, codesOf(included), codesOf(excluded))) {
    case 'in':
      return ok(said, text(`开票方：${own.zh}`, `The shop: ${own.en}`))
    case 'out':
      return no(said, text(`开票方：${own.zh}，不在参加的行业内`, `The shop: ${own.en}, which takes no part`))
    case 'unknown':
      return unknown(question, said, {
        of: 'industry',
        fact: text(
          `只知道开票方的${own.zh}，其中有的参加，有的不参加，由主办单位核对`,
          `We only know the shop’s ${own.en}, of which some take part and some do not; the office checks it`,
        ),
      })
  }
}

const byProxy: Check = (question) => {
  const { terms, invoice } = question
  if (!terms.noProxy) return undefined
  const { value: _refused, ...source } = terms.noProxy
  const said = {
    code: 'byProxy',
    rule: text(
      '税务机关代开的发票不参加',
      'Invoices issued by the tax authority on behalf of others take no part',
    ),
    ...source,
  } as const
  if (invoice.issuedByProxy === null)
    return unknown(question, said, {
      of: 'byProxy',
      fact: text(
        '我们不知道这张是不是代开发票',
        'We do not know whether this was issued on behalf of another',
      ),
    })
  return invoice.issuedByProxy
    ? no(said, text('这张是代开发票', 'This was issued on behalf of another'))
    : ok(said, text('这张不是代开发票', 'This was not issued on behalf of another'))
}

export const issuerChecks: readonly Check[] = [region, sector, byProxy]
