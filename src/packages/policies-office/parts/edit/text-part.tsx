/** What a policy says: title, what matters, and its paragraphs one by one. */
import { View } from '@tarojs/components'
import { MOST } from '../../../../../functions/policies/data/limits'
import { useText } from '../../../../messages'
import { Button, Card, Column, Words } from '../../../../ui'
import { texts } from '../../messages'
import { NOTHING, type Both } from '../../model/draft'
import { useEditing } from './editing'
import { BothField } from './text-field'

const Paragraphs = () => {
  const t = useText(texts)
  const { draft, set } = useEditing()
  const { body } = draft
  const put = (at: number, next: Both): void =>
    set({ body: body.map((one, place) => (place === at ? next : one)) })
  return (
    <>
      {body.map((paragraph, at) => (
        // Paragraphs have no name but their place.
        <View key={at} className="po-paragraph sb-col g8">
          <BothField
            path={`body.${at}`}
            most={MOST.paragraph}
            lines={4}
            value={paragraph}
            onChange={(next) => put(at, next)}
          />
          {body.length > 1 && (
            <View className="sb-row">
              <View className="grow" />
              <Button
                id={`remove-paragraph-${at}`}
                kind="text"
                icon="trash"
                label={t('edit.removeParagraph', { n: at + 1 })}
                onPress={() => set({ body: body.filter((_, place) => place !== at) })}
              />
            </View>
          )}
        </View>
      ))}
      {body.length < MOST.paragraphs && (
        <Button id="add-paragraph" kind="ghost" icon="plus" onPress={() => set({ body: [...body, NOTHING] })}>
          {t('edit.addParagraph')}
        </Button>
      )}
    </>
  )
}

export const WhyPart = () => {
  const t = useText(texts)
  const { draft, set } = useEditing()
  if (!draft.why) return null
  return (
    <Card id="part-why" next>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('edit.part.why')}
        </Words>
        <BothField
          path="why"
          most={MOST.why}
          lines={3}
          hint={t('edit.whyHint')}
          value={draft.why}
          onChange={(why) => set({ why })}
        />
      </Column>
    </Card>
  )
}

export const TextPart = () => {
  const t = useText(texts)
  const { draft, set } = useEditing()
  return (
    <Card id="part-text">
      <Column gap={16}>
        <Words as="h" level={2}>
          {t('edit.part.text')}
        </Words>
        <BothField path="title" most={MOST.title} value={draft.title} onChange={(title) => set({ title })} />
        <BothField
          path="summary"
          most={MOST.summary}
          lines={3}
          hint={t('edit.summaryHint')}
          value={draft.summary}
          onChange={(summary) => set({ summary })}
        />
        <Paragraphs />
      </Column>
    </Card>
  )
}
