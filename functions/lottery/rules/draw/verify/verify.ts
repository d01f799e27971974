/** Recomputes a published draw from its files alone, and says line by line what holds. The mini-program and the verifier share it. */
import { text } from '../../../../core/pure/text'
import { FILES } from '../published'
import type { Verifying } from './checks'
import { dayChecked } from './day'
import { freezeChecked } from './freeze'
import { resultChecked } from './result'

/**
 * A period's draw, or a day of instant draws where the folder has a day's opening.
 * @returns whether everything holds
 */
export const verifyPublished = async (verifying: Verifying): Promise<boolean> => {
  const { files, tell, notary } = verifying
  if (notary === undefined)
    tell({
      code: 'notary',
      state: 'note',
      says: text(
        '没有给出公证公钥：请将下面的公钥与公证机构公布的比对',
        'no notary’s key was given: compare the one below with the one that the notary has published',
      ),
    })
  if ((await files.size(FILES.dayOpening)) !== undefined) return dayChecked(verifying)
  const { freeze, holds } = await freezeChecked(verifying)
  if (!freeze) return false
  return (await resultChecked(verifying, freeze)) && holds
}
