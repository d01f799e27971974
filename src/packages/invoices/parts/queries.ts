/** What the invoice pages read, each under one name, so that pages share what is already known. */
import type { CategoryCode } from '../../../../functions/invoices/data/categories'
import { api } from '../../../client/api'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import type { Reimbursement, WalletInvoice } from '../model/answers'

/** Whatever changes the wallet or a list makes these be read again. */
export const INVOICES = 'my:invoices:'

const from = (after: string | undefined) => (after === undefined ? {} : { after })

export interface Filter {
  readonly month?: string | undefined
  readonly category?: CategoryCode | undefined
}

const asked = ({ month, category }: Filter) => ({
  ...(month === undefined ? {} : { month }),
  ...(category === undefined ? {} : { category }),
})

/** The wallet, page by page. */
export const useWallet = (filter: Filter = {}) =>
  usePages(`${INVOICES}wallet:${filter.month ?? ''}:${filter.category ?? ''}`, {
    fetch: (after) => api.invoices.mine({ ...asked(filter), limit: 20, ...from(after) }),
    idOf: ({ id }: WalletInvoice) => id,
  })

export const useRecent = () => useQuery(`${INVOICES}recent`, () => api.invoices.mine({ limit: 3 }))

export const useYear = (year: string) =>
  useQuery(`${INVOICES}year:${year}`, () => api.invoices.months({ year }))

export const useInvoice = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${INVOICES}one:${id}`, () => api.invoices.get({ id: id ?? '' }))

export const useLists = () =>
  usePages(`${INVOICES}lists`, {
    fetch: (after) => api.invoices.lists({ limit: 20, ...from(after) }),
    idOf: ({ id }: Reimbursement) => id,
  })

export const useList = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : `${INVOICES}list:${id}`, () => api.invoices.list({ id: id ?? '' }))

export const useTitles = () => useQuery(`${INVOICES}titles`, () => api.invoices.titles({}))
