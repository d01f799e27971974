/** Add a taxpayer I act for: checked as one types, the draft kept, every problem listed at once. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { api } from '../../../client/api'
import { forgetTyped, recallTyped, rememberTyped } from '../../../client/own'
import { invalidate } from '../../../client/queries'
import { goBack, returnTo } from '../../../client/routes'
import { forget, isRecord, recall, remember } from '../../../client/storage'
import { useAction } from '../../../client/use-action'
import { useNow } from '../../../client/use-now'
import { ME } from '../../../client/use-me'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { common } from '../../../messages/common'
import { useProblemText } from '../../../messages/text-problem'
import { Button, Empty, Field, Fields, Note, Screen, Segmented, SignedOut, Words } from '../../../ui'
import { dayOf } from '../../../../functions/core/pure/time'
import { safeReturn } from '../signin/arrive'
import { EMPTY, inputOf, problemsOf, warnsOf, type Draft, type Problems } from './form'

/** On the device while she is signed in; in memory over a session that ends on its own. */
const DRAFT = 'my:draft:taxpayer'

const keptDraft = (): Draft => {
  const kept = recall(DRAFT) ?? recallTyped(DRAFT)
  if (!isRecord(kept)) return EMPTY
  const text = (name: string): string => (typeof kept[name] === 'string' ? kept[name] : '')
  return {
    kind: kept['kind'] === 'enterprise' ? 'enterprise' : 'person',
    name: text('name'),
    number: text('number'),
    phone: text('phone'),
  }
}

const useDraft = () => {
  const [draft, setDraft] = useState(keptDraft)
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    remember(DRAFT, next)
    rememberTyped(DRAFT, next)
  }
  const clear = (): void => {
    forget(DRAFT)
    forgetTyped(DRAFT)
  }
  return { draft, change, clear }
}

const Form = ({ onAdded }: { readonly onAdded: (warned: boolean) => void }) => {
  const t = useText(texts)
  const words = useText(common)
  const now = useNow()
  const { draft, change, clear } = useDraft()
  const [touched, setTouched] = useState<Readonly<Record<string, true>>>({})
  const bind = useAction((input: ReturnType<typeof inputOf>, key) => api.accounts.bind(input, { key }))
  const problems = problemsOf(draft)
  const problemText = useProblemText()
  const shown = (name: 'name' | 'number'): string | undefined => {
    const problem = problems[name]
    if (problem === 'format') return touched[name] ? t('numberFormat') : undefined
    return problemText(problem, {
      tried: touched[name] === true,
      own: { short: t(`${name}Short`), long: t(`${name}Long`) },
    })
  }
  const touch = (name: keyof Problems): void => setTouched((before) => ({ ...before, [name]: true }))
  const send = (): void => {
    setTouched({ name: true, number: true, phone: true })
    if (Object.keys(problems).length > 0) return
    void bind.run(inputOf(draft)).then((done) => {
      if (!done) return
      clear()
      onAdded(done.warning !== undefined)
    })
  }
  const person = draft.kind === 'person'
  const phoneProblem = problems.phone && touched['phone'] ? t('phoneWrong') : undefined
  const open = [shown('name'), shown('number'), phoneProblem].filter(Boolean).length
  return (
    <>
      <Fields>
        <Segmented
          id="kind"
          label={t('kind')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'person', text: t('person') },
            { value: 'enterprise', text: t('enterprise') },
          ]}
        />
        <Field
          id="name"
          label={t(person ? 'namePerson' : 'nameEnterprise')}
          value={draft.name}
          error={shown('name')}
          onInput={(name) => change({ name })}
          onBlur={() => touch('name')}
        />
        <Field
          id="number"
          label={t(person ? 'numberPerson' : 'numberEnterprise')}
          value={draft.number}
          hint={t(person ? 'numberPersonHint' : 'numberEnterpriseHint')}
          error={shown('number')}
          warning={warnsOf(draft, dayOf(now)) ? t('numberCheck') : undefined}
          maxlength={40}
          onInput={(number) => change({ number })}
          onBlur={() => touch('number')}
        />
        <Field
          id="phone"
          type="number"
          label={t('phone')}
          value={draft.phone}
          hint={t('phoneHint')}
          error={phoneProblem}
          maxlength={11}
          onInput={(phone) => change({ phone })}
          onBlur={() => touch('phone')}
        />
      </Fields>
      {open > 0 && (
        <Note tone="danger" icon="warn">
          {words('listProblems', { n: open })}
        </Note>
      )}
      {bind.error && (
        <Note tone="danger" icon="warn">
          {bind.error.message}
        </Note>
      )}
      <Button id="add" loading={bind.busy} onPress={send}>
        {t('add')}
      </Button>
      <Words as="s">{t('claimedNote')}</Words>
      <Words as="s">{t('draftKept')}</Words>
    </>
  )
}

export default function TaxpayerPage() {
  const t = useText(texts)
  const words = useText(common)
  const signedIn = useSignedIn()
  const { from } = useRouter().params
  const [added, setAdded] = useState<{ readonly warned: boolean }>()
  const done = (warned: boolean): void => {
    invalidate(ME)
    setAdded({ warned })
  }
  return (
    <Screen id="taxpayer-page" title={t('taxpayerTitle')}>
      {added && (
        <Empty
          icon="check"
          title={t('added')}
          action={words('back')}
          onAction={() => void (from ? returnTo(safeReturn(from)) : goBack())}
        >
          {added.warned ? t('addedCheck') : t('claimedNote')}
        </Empty>
      )}
      {!added && (signedIn ? <Form onAdded={done} /> : <SignedOut title={t('signInLead')} />)}
    </Screen>
  )
}
