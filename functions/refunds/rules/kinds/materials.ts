/** Which papers a claim asks for, by its answers so far. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { materialsReady } from '../../data/conditions'
import type { KindLaw, MaterialNeed } from '../kind'
import { judge } from './findings'

/**
 * The papers of a kind, in its order, without those that the answers do not ask for.
 * @param values as they are kept (`tidyValues`): what is not asked has no say
 */
export const materialsNeeded = (
  { materials }: Pick<KindLaw, 'materials'>,
  values: Values,
): readonly MaterialNeed[] =>
  materials.filter(({ when }) => !when || when.in.some((one) => one === values[when.key]))

/** Tells what to have ready: always kept, since papers may follow. */
export const materialsHint = (law: Pick<KindLaw, 'materials'>, values: Values): Finding => {
  const toBring = materialsNeeded(law, values).filter(({ onFile }) => !onFile)
  const found =
    toBring.length === 0
      ? text('不需要上传资料', 'Nothing to upload')
      : text(
          `请准备：${toBring.map(({ name }) => name.zh).join('、')}`,
          `Please have ready: ${toBring.map(({ name }) => name.en).join('; ')}`,
        )
  return judge(materialsReady, true, found)
}
