/** What one case shows: asked whenever the page is shown, and kept nowhere on the device. */
import { api } from '../../../../client/api'
import { useFresh } from '../../../../client/use-fresh'

export const useReview = (id: string) => useFresh(`refund:${id}`, () => api.refunds.review({ id }))
