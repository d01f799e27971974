/** The draft as text, for who reads JSON: taken over only when it can be read. */
import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { useText } from '../../../../messages'
import { Button, Card, Column, inputName, role, Words } from '../../../../ui'
import { texts } from '../../messages'
import { readDraft, shownJson } from '../../model/draft'
import { useEditing } from './editing'

const Opened = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText(texts)
  const { draft, replace } = useEditing()
  const [typed, setTyped] = useState(() => shownJson(draft))
  const [told, setTold] = useState<'taken' | 'unread'>()
  const take = (): void => {
    const read = readDraft(typed)
    setTold(read ? 'taken' : 'unread')
    if (read) replace(read)
  }
  return (
    <>
      <View className="sb-field-box">
        <Textarea
          id="text"
          className="sb-area lo-text"
          value={typed}
          maxlength={60_000}
          style={{ height: '20em' }}
          {...inputName(t('edit.text'), told === 'unread')}
          onInput={(event) => setTyped(event.detail.value)}
        />
      </View>
      {told && (
        <View id="text-told" className={told === 'taken' ? 'sb-ok' : 'sb-danger'} {...role('alert')}>
          {t(`edit.text.${told}`)}
        </View>
      )}
      <View className="sb-pair">
        <Button id="text-close" kind="ghost" onPress={onClose}>
          {t('edit.text.close')}
        </Button>
        <Button id="text-take" kind="ghost" onPress={take}>
          {t('edit.text.take')}
        </Button>
      </View>
    </>
  )
}

export const TextView = () => {
  const t = useText(texts)
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <Column gap={12}>
        <Words as="s">{t('edit.text.lead')}</Words>
        {open ? (
          <Opened onClose={() => setOpen(false)} />
        ) : (
          <Button id="text-open" kind="ghost" icon="edit" onPress={() => setOpen(true)}>
            {t('edit.text.open')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
