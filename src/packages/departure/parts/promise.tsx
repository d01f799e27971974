/** What was promised for an advance, and what follows when it is not kept. */
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Card, Column, Words } from '../../../ui'
import { texts } from '../messages'
import type { FormFull } from '../model/answers'

export const PromiseCard = ({ it }: { readonly it: FormFull }) => {
  const t = useText(texts)
  const language = useLanguage()
  return (
    <Card id="promise">
      <Column gap={8}>
        <Words as="h" level={2}>
          {t('promise.title')}
        </Words>
        <Words as="b">
          {t('promise.text', { day: datedText(it.departOn, language), port: it.portName })}
        </Words>
        {it.chargeBy !== null && (
          <Words>{t('promise.charge', { day: datedText(it.chargeBy, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}
