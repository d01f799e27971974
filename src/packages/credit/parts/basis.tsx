/** A rule with its basis, and the word that it awaits confirmation. */
import type { Mine } from '../model/answers'
import { useText } from '../../../messages'
import { Column, Words } from '../../../ui'
import { texts } from '../messages'

type Basis = Pick<Mine['limits']['noShows'], 'rule' | 'basis' | 'unconfirmed'>

export const RuleOf = ({ of: { rule, basis, unconfirmed } }: { readonly of: Basis }) => {
  const t = useText(texts)
  return (
    <Column gap={4}>
      <Words as="s">{rule}</Words>
      <Words as="s">{t(unconfirmed ? 'basis.unconfirmed' : 'basis.settled', { basis })}</Words>
    </Column>
  )
}
