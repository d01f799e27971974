/** A deadline explained: its plain day, why it is another, who files it, and on what that stands. */
import { say } from '../../../../functions/core/pure/text'
import type { Deadline } from '../../../../functions/deadlines/rules/deadlines'
import { movedText } from '../../../../functions/deadlines/rules/words'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Fact, Note, Section, Words } from '../../../ui'
import { texts } from '../messages'

const useWhy = () => {
  const t = useText(texts)
  const language = useLanguage()
  return (deadline: Deadline): string => {
    const { base, due } = deadline
    if (!due.known)
      return t('one.unknown', { year: due.unpublished.slice(0, 4), day: datedText(base, language) })
    return movedText(deadline, language) ?? t('one.plain')
  }
}

export const Why = ({ deadline }: { readonly deadline: Deadline }) => {
  const t = useText(texts)
  const language = useLanguage()
  const why = useWhy()(deadline)
  const { due, base, opens, obligation, notice } = deadline
  return (
    <>
      <Section>{t('one.why')}</Section>
      <Card id="why">
        <Column gap={12}>
          {due.known ? <Words>{why}</Words> : <Note tone="warn">{why}</Note>}
          <Fact label={t('one.opens')}>{datedText(opens, language)}</Fact>
          <Fact label={t('one.base')}>{datedText(base, language)}</Fact>
          {notice !== undefined && <Words as="s">{t('one.notice', { notice })}</Words>}
        </Column>
      </Card>
      <Section>{t('one.whom')}</Section>
      <Card>
        <Words>{say(obligation.whom, language)}</Words>
      </Card>
      <Section>{t('one.basis')}</Section>
      <Card id="basis">
        <Column gap={8}>
          <Words>{say(obligation.basis, language)}</Words>
          {obligation.unconfirmed && <Words as="warn">{t('one.unconfirmed')}</Words>}
        </Column>
      </Card>
    </>
  )
}
