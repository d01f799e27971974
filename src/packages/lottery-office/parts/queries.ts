/** What the office’s pages read, each under one name, so that pages share what is already known. */
import { api } from '../../../client/api'
import { ApiError } from '../../../client/errors'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { Day } from '../../../../functions/core/pure/time'
import type { ExclusionCode } from '../../../../functions/lottery/data/exclusions'
import type { CampaignRow, DrawRow, Excluded, Office } from '../model/answers'

const MINE = 'my:lotteryOffice:'
const from = (after: string | undefined) => (after === undefined ? {} : { after })

/** Whose role is another’s has no lottery: that is no failure. */
const office = async (): Promise<Office> => {
  try {
    return await api.lottery.office({})
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'FORBIDDEN') return { halls: [] }
    throw thrown
  }
}

export const useOffice = () => useQuery(`${MINE}office`, office)

export const useCampaigns = (hallId: string) =>
  usePages(`${MINE}campaigns:${hallId}`, {
    fetch: (after) => api.lottery.officeCampaigns({ hallId, limit: 20, ...from(after) }),
    idOf: ({ id }: CampaignRow) => id,
  })

export const useCampaign = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${MINE}campaign:${id}`, () =>
    api.lottery.officeCampaign({ id: id ?? '' }),
  )

export const useDraws = (campaign: string, kind: DrawRow['kind']) =>
  usePages(`${MINE}draws:${campaign}:${kind}`, {
    fetch: (after) => api.lottery.officeDraws({ campaign, kind, limit: 10, ...from(after) }),
    idOf: ({ id }: DrawRow) => id,
  })

/** Only who may draw is told. */
export const usePartyDraws = (campaign: string | undefined) =>
  useQuery(campaign === undefined ? undefined : `${MINE}parties:${campaign}`, () =>
    api.lottery.partyDraws({ campaign: campaign ?? '' }),
  )

export const useDraw = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${MINE}draw:${id}`, () => api.lottery.officeDraw({ id: id ?? '' }))

export const useFlags = (campaign: string, day: Day, begin: number | undefined) =>
  useQuery(`${MINE}flags:${campaign}:${day}:${begin ?? ''}`, () =>
    api.lottery.flags({ campaign, day, ...(begin === undefined ? {} : { from: begin }) }),
  )

export const useExcluded = (campaign: string, reason: ExclusionCode) =>
  usePages(`${MINE}excluded:${campaign}:${reason}`, {
    fetch: (after) => api.lottery.excluded({ campaign, reason, limit: 20, ...from(after) }),
    idOf: ({ id }: Excluded) => id,
  })

export const useStatistics = (campaign: string, until: Day, days: number) =>
  useQuery(`${MINE}statistics:${campaign}:${until}:${days}`, () =>
    api.lottery.statistics({ campaign, until, days }),
  )
