/** What the lottery pages read, each under one name, so that pages share what is already known. */
import { useMemo } from 'react'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import { api } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { DrawRow, EntryRow, Prize } from '../model/answers'
import { campaignOf } from '../model/campaign-names'

/** Whatever enters or claims makes these be read again. */
export const MINE = 'my:lottery:'
export const OPEN = 'lottery:'

const from = (after: string | undefined) => (after === undefined ? {} : { after })

export const useCampaigns = () => useQuery(`${OPEN}campaigns`, () => api.lottery.campaigns({}))

export const useCampaign = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${OPEN}campaign:${id}`, () =>
    api.lottery.campaign({ id: id ?? '' }),
  )

/** Parsed once for each text. */
export const useRules = (rules: string | undefined): Campaign | undefined =>
  useMemo(() => (rules === undefined ? undefined : campaignOf(rules)), [rules])

export const useDraws = (campaign: string) =>
  usePages(`${OPEN}draws:${campaign}`, {
    fetch: (after) => api.lottery.draws({ campaign, kind: 'periodic', limit: 10, ...from(after) }),
    idOf: ({ id }: DrawRow) => id,
  })

/** Days of instant draws. @param campaign undefined: it has none */
export const useDays = (campaign: string | undefined) =>
  usePages(campaign === undefined ? undefined : `${OPEN}days:${campaign}`, {
    fetch: (after) =>
      api.lottery.draws({ campaign: campaign ?? '', kind: 'instant', limit: 5, ...from(after) }),
    idOf: ({ id }: DrawRow) => id,
  })

export const useDraw = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${OPEN}draw:${id}`, () => api.lottery.draw({ id: id ?? '' }))

/** Who signs draws now. */
export const useNotary = () => useQuery(`${OPEN}notary`, () => api.lottery.notary({}))

export const useEntries = () =>
  usePages(`${MINE}entries`, {
    fetch: (after) => api.lottery.mine({ limit: 20, ...from(after) }),
    idOf: ({ id }: EntryRow) => id,
  })

/** The entry with its draws as they stand. What shows that it is mine is asked for when it is verified, and kept nowhere. */
export const useEntry = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${MINE}entry:${id}`, async () => {
    const { entry } = await api.lottery.entry({ id: id ?? '' })
    const closed = entry.draws.filter(({ state }) => state !== 'open').map((draw) => draw.id)
    const ids = entry.instant === null ? closed : [...closed, entry.instant.drawId]
    const draws = await Promise.all(ids.map((one) => api.lottery.draw({ id: one })))
    return { entry, draws: draws.map(({ draw }) => draw) }
  })

export const usePrizes = () =>
  usePages(`${MINE}prizes`, {
    fetch: (after) => api.lottery.prizes({ limit: 20, ...from(after) }),
    idOf: ({ id }: Prize) => id,
  })

export const usePrize = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${MINE}prize:${id}`, () => api.lottery.prize({ id: id ?? '' }))

export const useLimits = () => useQuery(`${MINE}limits`, () => api.lottery.limits({}))
