/** What the fields of a campaign are called where one edits them. */
import { text, type Text } from '../../core/pure/text'

const names: Readonly<Record<string, Text>> = {
  id: text('活动代号', 'Id of the campaign'),
  name: text('名称', 'Name'),
  organiser: text('主办单位', 'Organiser'),
  place: text('地区', 'Place'),
  opensOn: text('开始日期', 'First day'),
  closesOn: text('结束日期', 'Last day'),
  terms: text('规则', 'Rules'),
  pools: text('奖金', 'Pools'),
  draws: text('抽奖', 'Draws'),
  basis: text('依据', 'What it stands on'),
  unconfirmed: text('是否待确认', 'Still to be confirmed'),
  effectiveFrom: text('生效日期', 'In force from'),
  effectiveTo: text('失效日期', 'In force until'),
  kinds: text('票种', 'Kinds of invoice'),
  number: text('发票号码', 'Invoice numbers'),
  prefixes: text('号码开头', 'How numbers begin'),
  digits: text('号码位数', 'Digits of a number'),
  regions: text('开票方所在地', 'Where shops are registered'),
  sectors: text('行业', 'Industries'),
  included: text('参加的行业', 'Industries that take part'),
  excluded: text('不参加的行业', 'Industries that take no part'),
  codes: text('行业代码', 'Industry codes'),
  noProxy: text('代开发票', 'Invoices on behalf of others'),
  floor: text('最低金额', 'Floor'),
  invoiceDates: text('开票日期', 'Days of issue'),
  withinDays: text('开票后几天内参加', 'Days after issue'),
  title: text('抬头', 'Name of the buyer'),
  waitMinutes: text('开票后等待分钟数', 'Minutes after issue'),
  perDay: text('每人每天上限', 'Cap a day'),
  perMonth: text('每人每月上限', 'Cap a month'),
  inAll: text('每人总上限', 'Cap in all'),
  winsPerInvoice: text('每张发票中奖次数', 'Wins of one invoice'),
  adultFrom: text('最低年龄', 'Lowest age'),
  unknown: text('情况不明时', 'Where facts are not known'),
  secondCheck: text('二次核验天数', 'Days until the second check'),
  notice: text('公示天数', 'Days of notice'),
  claim: text('领奖期限', 'Time to claim'),
  payWithin: text('付款工作日数', 'Working days to pay'),
  redraw: text('中奖无效后', 'After a void prize'),
  key: text('代号', 'Key'),
  pool: text('所用奖金', 'Pool'),
  money: text('资金来源', 'Whose money'),
  total: text('奖金总额', 'Money of the pool'),
  perPeriod: text('每期奖金', 'Share of a period'),
  kind: text('抽奖方式', 'Kind of draw'),
  outOf: text('机会的分母', 'What odds are out of'),
  bands: text('金额分档', 'Bands'),
  from: text('起', 'From'),
  to: text('止', 'To'),
  below: text('上限', 'Up to'),
  tiers: text('奖项', 'Prizes'),
  prize: text('奖金金额', 'Amount of the prize'),
  share: text('机会的分子', 'Share of the odds'),
  count: text('数量', 'Number of prizes'),
  schedule: text('开奖周期', 'How often it is drawn'),
  every: text('开奖周期', 'How often it is drawn'),
  last: text('周期的最后一天', 'Last day of a period'),
  freezeAt: text('截止时间', 'When the list is frozen'),
  draw: text('开奖时间', 'When it is drawn'),
  publish: text('公布时间', 'When it is published'),
  days: text('天数', 'Days'),
  at: text('几点', 'Time of day'),
  onWorkingDays: text('遇休息日顺延', 'Moved to working days'),
  takes: text('参加的发票', 'Which invoices take part'),
  defer: text('期限遇休息日', 'Where the last day is off'),
}

const campaign = text('活动', 'Campaign')

const has = (part: string): boolean => Object.prototype.hasOwnProperty.call(names, part)

/** One part of a path; the campaign itself where it has no name. */
export const partName = (part: string): Text => (has(part) ? (names[part] ?? campaign) : campaign)

/** The last two parts of a path that have names: `draws.0.tiers.1.prize` is 奖项 · 奖金金额. */
export const fieldName = (path: string): Text => {
  // Facts that may not be known are named like fields of other parts.
  const parts = path.split('.')
  const end = parts.indexOf('unknown')
  const named = (end === -1 ? parts : parts.slice(0, end + 1))
    .filter(has)
    .slice(-2)
    .map((part) => names[part] ?? campaign)
  if (named.length === 0) return campaign
  return text(named.map(({ zh }) => zh).join(' · '), named.map(({ en }) => en).join(' · '))
}
