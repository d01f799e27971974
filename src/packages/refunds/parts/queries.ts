/** What the refund pages read, each under one name, so that pages share what is already known. */
import { api, type Taxpayer } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { CaseRow, Voucher } from '../model/answers'

/** Whatever changes a case or a draft makes these be read again. */
export const REFUNDS = 'my:refunds:'

const from = (after: string | undefined) => (after === undefined ? {} : { after })

/** Cases of a taxpayer, page by page. */
export const useCases = (taxpayerId: string | undefined) =>
  usePages(taxpayerId === undefined ? undefined : `${REFUNDS}cases:${taxpayerId}`, {
    fetch: (after) => api.refunds.mine({ taxpayerId, limit: 20, ...from(after) }),
    idOf: ({ id }: CaseRow) => id,
  })

export const useDrafts = () => useQuery(`${REFUNDS}drafts`, () => api.refunds.drafts({}))

/** Cases of whichever taxpayer that wait for who is signed in. */
export const useWaiting = () => useQuery(`${REFUNDS}waiting`, () => api.refunds.waiting({}))

export const useVouchers = (taxpayerId: string) =>
  usePages(`${REFUNDS}vouchers:${taxpayerId}`, {
    fetch: (after) => api.refunds.vouchers({ taxpayerId, limit: 20, ...from(after) }),
    idOf: ({ id }: Voucher) => id,
  })

export const useCase = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `my:refund:${id}`, () => api.refunds.get({ id: id ?? '' }))

export const useOnFile = (taxpayerId: string | undefined) =>
  useQuery(taxpayerId === undefined ? undefined : `${REFUNDS}files:${taxpayerId}`, () =>
    api.materials.mine({ business: 'refunds', taxpayerId, limit: 100 }),
  )

export const useOffices = () => useQuery('hall-list', () => api.halls.list({}))

/** The one named, else the default one, else the first. */
export const chosenOf = (taxpayers: readonly Taxpayer[], wanted: string | undefined): Taxpayer | undefined =>
  taxpayers.find(({ id }) => id === wanted) ??
  taxpayers.find(({ isDefault, standing }) => isDefault && standing === 'verified') ??
  taxpayers.find(({ standing }) => standing === 'verified') ??
  taxpayers.find(({ isDefault }) => isDefault) ??
  taxpayers[0]
