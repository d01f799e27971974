/** Keep a line: checked as one types, told when it is kept, and what to do next. */
import { useState } from 'react'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Button, Empty, Field, Fields, Note, Screen, SignedOut } from '../../../ui'
import { LINE_LENGTH } from '../../../../functions/__name__/rules/room'
import { texts } from '../messages'

const Form = ({ onAdded }: { readonly onAdded: (left: number) => void }) => {
  const t = useText(texts)
  const words = useText(common)
  const [text, setText] = useState('')
  const [touched, setTouched] = useState(false)
  const add = useAction((line: string, key) => api.__name__.add({ text: line }, { key }))
  const missing = text.trim() === ''
  const send = (): void => {
    setTouched(true)
    if (!missing) void add.run(text.trim()).then((done) => done && onAdded(done.left))
  }
  return (
    <>
      <Fields>
        <Field
          id="text"
          label={t('line')}
          value={text}
          maxlength={LINE_LENGTH.max}
          error={touched && missing ? words('required') : undefined}
          onInput={setText}
          onBlur={() => setTouched(true)}
        />
      </Fields>
      {add.error && (
        <Note tone="danger" icon="warn">
          {add.error.message}
        </Note>
      )}
      <Button id="add" loading={add.busy} onPress={send}>
        {t('add')}
      </Button>
    </>
  )
}

export default function AddPage() {
  const t = useText(texts)
  const signedIn = useSignedIn()
  const [left, setLeft] = useState<number>()
  if (!signedIn)
    return (
      <Screen id="__name__-page" title={t('title')}>
        <SignedOut title={t('signInLead')} />
      </Screen>
    )
  return (
    <Screen id="__name__-page" title={t('title')}>
      {left === undefined ? (
        <Form onAdded={setLeft} />
      ) : (
        <Empty icon="check" title={t('added')} action={t('another')} onAction={() => setLeft(undefined)}>
          {t('left', { n: left })}
        </Empty>
      )}
    </Screen>
  )
}
