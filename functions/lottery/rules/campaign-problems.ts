/** Does a campaign hold together? Every problem at once; shapes and bounds of single fields are the schema's. Pure. */
import { inForce, type Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { addDays, daysBetween, type Day } from '../../core/pure/time'
import { lowestFloorOn, PILOT_BEGINS } from '../data/national'
import type { Campaign, CampaignTerms } from './campaign'
import { MOST_DAYS } from './campaign-limits'
import { problem, type CampaignProblem } from './campaign-problem'
import { drawProblems } from './campaign-problems-draws'
import { poolProblems } from './campaign-problems-pools'
import { isDivision } from '../../core/pure/places'
import { saidDay, saidYuan } from './said'

export type { CampaignProblem } from './campaign-problem'

const windowProblems = ({ opensOn, closesOn }: Campaign): readonly CampaignProblem[] => {
  if (opensOn > closesOn)
    return [problem('closesOn', 'daysOrder', text('结束日期早于开始日期。', 'It ends before it begins.'))]
  return daysBetween(opensOn, closesOn) < MOST_DAYS
    ? []
    : [
        problem(
          'closesOn',
          'tooLong',
          text(`活动不能长于 ${MOST_DAYS} 天。`, `A campaign lasts ${MOST_DAYS} days at most.`),
        ),
      ]
}

const rowsOrdered = (rows: readonly Dated[], path: string): readonly CampaignProblem[] =>
  rows.flatMap(({ effectiveFrom, effectiveTo }, at) =>
    effectiveTo !== null && effectiveTo < effectiveFrom
      ? [
          problem(
            `${path}.${at}.effectiveTo`,
            'daysOrder',
            text('失效日期早于生效日期。', 'It ends before it begins.'),
          ),
        ]
      : [],
  )

/** The first day of the campaign on which no row of the rules holds, or more than one. */
const termsGap = ({ opensOn, closesOn, terms }: Campaign): readonly CampaignProblem[] => {
  for (let day: Day = opensOn; day <= closesOn; day = addDays(day, 1)) {
    const rows = terms.filter((row) => inForce(row, day)).length
    if (rows === 1) continue
    const shown = saidDay(day)
    return [
      rows === 0
        ? problem(
            'terms',
            'termsGap',
            text(`${shown.zh}没有生效的规则。`, `No rules are in force on ${shown.en}.`),
          )
        : problem(
            'terms',
            'termsOverlap',
            text(`${shown.zh}有几套规则同时生效。`, `Several rules are in force on ${shown.en}.`),
          ),
    ]
  }
  return []
}

const regionProblems = ({ regions }: CampaignTerms, path: string): readonly CampaignProblem[] =>
  (regions?.value ?? []).flatMap((code, at) =>
    isDivision(code)
      ? []
      : [
          problem(
            `${path}.regions.value.${at}`,
            'noRegion',
            text(`没有代码为 ${code} 的行政区划。`, `There is no division with the code ${code}.`),
          ),
        ],
  )

/** A code that is named on both sides says nothing. */
const sectorProblems = ({ sectors }: CampaignTerms, path: string): readonly CampaignProblem[] => {
  if (!sectors) return []
  const included = new Set(sectors.value.included.flatMap(({ codes }) => codes))
  return sectors.value.excluded.flatMap(({ codes }, at) =>
    codes
      .filter((code) => included.has(code))
      .map((code) =>
        problem(
          `${path}.sectors.value.excluded.${at}.codes`,
          'sectorBoth',
          text(`行业 ${code} 既参加又不参加。`, `Industry ${code} both takes part and does not.`),
        ),
      ),
  )
}

const floorProblems = (
  { floor, effectiveFrom }: CampaignTerms,
  central: boolean,
  path: string,
): readonly CampaignProblem[] => {
  const lowest = lowestFloorOn(effectiveFrom < PILOT_BEGINS ? PILOT_BEGINS : effectiveFrom).value
  if (!central || (floor && floor.value >= lowest)) return []
  const least = saidYuan(lowest)
  return [
    problem(
      `${path}.floor`,
      'floorTooLow',
      text(
        `使用中央资金的，最低金额不能低于 ${least.zh}。`,
        `With central money the floor is at least ${least.en}.`,
      ),
    ),
  ]
}

const dateProblems = (
  { invoiceDates: { value } }: CampaignTerms,
  { closesOn }: Campaign,
  path: string,
): readonly CampaignProblem[] => {
  if (value.from > value.to)
    return [
      problem(
        `${path}.invoiceDates.value.to`,
        'daysOrder',
        text('开票日期的止日早于起日。', 'The last day of issue is before the first.'),
      ),
    ]
  return value.from > closesOn
    ? [
        problem(
          `${path}.invoiceDates.value.from`,
          'invoiceDatesOutside',
          text('活动结束后开具的发票无法参加。', 'Invoices issued after the campaign can never enter.'),
        ),
      ]
    : []
}

/** A cap of a shorter time above that of a longer one never bites. */
const capProblems = (terms: CampaignTerms, path: string): readonly CampaignProblem[] => {
  const pairs = [
    ['perDay', 'perMonth'],
    ['perDay', 'inAll'],
    ['perMonth', 'inAll'],
  ] as const
  return pairs.flatMap(([shorter, longer]) => {
    const [few, many] = [terms[shorter]?.value, terms[longer]?.value]
    return few !== undefined && many !== undefined && few > many
      ? [
          problem(
            `${path}.${shorter}`,
            'capOrder',
            text(
              `较短时间的上限（${few}）高于较长时间的上限（${many}）。`,
              `The cap of the shorter time (${few}) is above that of the longer (${many}).`,
            ),
          ),
        ]
      : []
  })
}

const claimProblems = ({ claim, notice }: CampaignTerms, path: string): readonly CampaignProblem[] =>
  claim.value.from === 'notice' && !notice
    ? [
        problem(
          `${path}.notice`,
          'claimNeedsNotice',
          text(
            '领奖期限从公示期满起算，但没有规定公示天数。',
            'Claims run from the end of the notice, and no notice is given.',
          ),
        ),
      ]
    : []

const termsProblems = (campaign: Campaign): readonly CampaignProblem[] => {
  const central = campaign.pools.some(({ money }) => money === 'central')
  return campaign.terms.flatMap((terms, at) => {
    const path = `terms.${at}`
    return [
      ...regionProblems(terms, path),
      ...sectorProblems(terms, path),
      ...floorProblems(terms, central, path),
      ...dateProblems(terms, campaign, path),
      ...capProblems(terms, path),
      ...claimProblems(terms, path),
    ]
  })
}

/**
 * All that keeps a campaign from holding together: empty for one that may be opened. While its days are not in order, only that is
 * told: everything else is reckoned on them.
 */
export const campaignProblems = (campaign: Campaign): readonly CampaignProblem[] => {
  const days = [
    ...windowProblems(campaign),
    ...rowsOrdered(campaign.terms, 'terms'),
    ...rowsOrdered(campaign.pools, 'pools'),
    ...rowsOrdered(campaign.draws, 'draws'),
  ]
  if (days.length > 0) return days
  return [
    ...termsGap(campaign),
    ...termsProblems(campaign),
    ...poolProblems(campaign),
    ...drawProblems(campaign),
  ]
}
