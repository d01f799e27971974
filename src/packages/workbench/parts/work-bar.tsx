/** Why the next step is not the caller's, and who may take it. */
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { Note } from '../../../ui'
import { texts } from '../messages'
import { useDutyText } from '../model/words'

/** Not of a case that waits for somebody else: that says so itself. */
export const WorkBar = ({
  work: { bar, duty, holder },
}: {
  readonly work: {
    readonly bar: 'waiting' | 'duty' | 'fourEyes' | 'taken' | null
    readonly duty: string
    readonly holder: string
  }
}) => {
  const t = useText(texts)
  const dutyText = useDutyText()
  if (bar === null || bar === 'waiting') return null
  return (
    <Note tone="warn" icon={bar === 'fourEyes' ? 'people' : 'info'}>
      <View id="bar">{t(`bar.${bar}`, { duty: dutyText(duty), mark: holder })}</View>
    </Note>
  )
}

export const useHolderText = () => {
  const t = useText(texts)
  const dutyText = useDutyText()
  return ({
    assignee,
    mayAct,
    holder,
    duty,
  }: {
    readonly assignee: 'me' | 'other' | 'nobody'
    readonly mayAct: boolean
    readonly holder: string
    readonly duty: string
  }): string => {
    if (assignee === 'me') return t('party.me')
    if (assignee === 'other') return t('party.holder', { mark: holder })
    return t(mayAct ? 'party.open' : 'party.duty', { duty: dutyText(duty) })
  }
}
