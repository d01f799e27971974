/** Keep a line: checked as one types, told when it is kept, and what to do next. */
import { useState } from 'react'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { useProblemText } from '../../../messages/text-problem'
import { Button, Empty, Field, Fields, Note, Screen, SignedOut } from '../../../ui'
import { fieldProblem } from '../../../../functions/core/pure/typed-text'
import { LINE_LENGTH } from '../../../../functions/__name__/rules/room'
import { texts } from '../messages'

const Form = ({ onAdded }: { readonly onAdded: (left: number) => void }) => {
  const t = useText(texts)
  const [text, setText] = useState('')
  const [touched, setTouched] = useState(false)
  const add = useAction((line: string, key) => api.__name__.add({ text: line }, { key }))
  const problem = fieldProblem(text, LINE_LENGTH)
  const problemText = useProblemText()
  const send = (): void => {
    setTouched(true)
    if (!problem) void add.run(text).then((done) => done && onAdded(done.left))
  }
  return (
    <>
      <Fields>
        <Field
          id="text"
          label={t('line')}
          value={text}
          maxlength={LINE_LENGTH.max}
          error={problemText(problem, { tried: touched })}
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
