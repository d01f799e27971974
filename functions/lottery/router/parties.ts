/** The parties of a draw, and who signs it. What knows of rules is loaded with the first call. */
import { os } from './os'

const ofParties = () => import('../work/parties')

export const partyDraws = os.partyDraws.handler(async ({ input: { campaign }, context }) => {
  const { askedOf } = await import('../work/parties-asked')
  return { items: [...(await askedOf(context, campaign))] }
})

export const commitSecret = os.commitSecret.handler(async ({ input, context }) =>
  (await ofParties()).commitSecret(context, input),
)

export const revealSecret = os.revealSecret.handler(async ({ input, context }) =>
  (await ofParties()).revealSecret(context, input),
)

export const notary = os.notary.handler(async ({ context }) => {
  const { showNotary } = await import('../work/parties-notary')
  return showNotary(context)
})
