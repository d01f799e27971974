/** Which proposal an approver decides on who has just opened the case. */
import { reader } from '../../../functions/core/io/store/reader'
import type { Services } from '../../../functions/core/io/context'
import { refundCases } from '../../../functions/refunds/collections'

export const proposedAt = async ({ store }: Pick<Services, 'store'>, id: string): Promise<number> =>
  (await reader(store).get(refundCases, id))?.proposal?.place ?? 1
