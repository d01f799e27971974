/** The account that a prize is paid to: bank and number. Its holder is the verified name, and cannot be typed. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { groupedDigits } from '../../../../functions/core/pure/typed-digits'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useMe } from '../../../client/use-me'
import { useText } from '../../../messages'
import { useProblemText } from '../../../messages/text-problem'
import { Button, Card, Column, Fact, Field, Fields, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import {
  accountProblems,
  NOTHING_TYPED,
  readyAccount,
  type AccountPart as Part,
  type TypedAccount,
} from '../model/account'
import type { Prize } from '../model/answers'
import { Returned } from './returned'

const AccountFields = ({
  typed,
  tried,
  onChange,
}: {
  readonly typed: TypedAccount
  readonly tried: boolean
  readonly onChange: (part: Partial<TypedAccount>) => void
}) => {
  const t = useText(texts)
  const problemText = useProblemText()
  const [left, setLeft] = useState<readonly Part[]>([])
  const problems = accountProblems(typed)
  const errorOf = (part: Part): string | undefined => {
    const problem = problems[part]
    const told = tried || left.includes(part)
    if (problem === 'digits') return told ? t('account.digits') : undefined
    return problemText(problem, { tried: told })
  }
  const field = (part: Part) => ({
    id: `account-${part}`,
    label: t(`account.${part}`),
    value: typed[part],
    error: errorOf(part),
    onInput: (value: string) => onChange({ [part]: value }),
    onBlur: () => setLeft((before) => (before.includes(part) ? before : [...before, part])),
  })
  const compared = groupedDigits(typed.number)
  return (
    <Fields>
      <Field {...field('bank')} hint={t('account.bankHint')} maxlength={80} />
      <Field {...field('number')} type="number" hint={t('account.numberHint')} maxlength={40} />
      {compared !== '' && (
        <Column gap={4}>
          <Words as="s">{t('account.compare')}</Words>
          <Words id="account-grouped" as="num h">
            {compared}
          </Words>
        </Column>
      )}
    </Fields>
  )
}

/** Of whom the prize is: shown as far as it is shown anywhere. */
const Holder = () => {
  const t = useText(texts)
  const me = useMe().data
  const own = me?.taxpayers.find(
    ({ kind, standing, through }) => kind === 'person' && standing === 'verified' && through === 'own',
  )
  return (
    <Card id="account-holder">
      <Column gap={4}>
        <Fact label={t('account.holder')}>
          <Words as="b">{own?.name ?? t('account.verifiedName')}</Words>
        </Fact>
        <Words as="s">{t('account.holderWhy')}</Words>
      </Column>
    </Card>
  )
}

export const Claim = ({
  it,
  move,
  onDone,
  onLeave,
}: {
  readonly it: Prize
  readonly move: 'claim' | 'fixAccount'
  readonly onDone: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [tried, setTried] = useState(false)
  const send = useAction((account: TypedAccount, key) => api.lottery[move]({ id: it.id, account }, { key }))
  const submit = async (): Promise<void> => {
    setTried(true)
    const account = readyAccount(typed)
    if (account && (await send.run(account))) onDone()
  }
  const notVerified = send.error?.code === 'NOT_VERIFIED'
  return (
    <View id="claiming" className="sb-col g12">
      <Card next>
        <Column gap={8}>
          <Words as="h" level={2}>
            {t(`${move}.title`)}
          </Words>
          <Words>{t(`${move}.lead`)}</Words>
          <Returned it={it} />
          {it.account && (
            <Words as="s num">
              {t('account.before', { bank: it.account.bank, number: it.account.number })}
            </Words>
          )}
        </Column>
      </Card>
      <Holder />
      <AccountFields
        typed={typed}
        tried={tried}
        onChange={(part) => setTyped((before) => ({ ...before, ...part }))}
      />
      {send.error && (
        <Note tone="danger" icon="warn">
          <View id="claim-failed" {...role('alert')}>
            {send.error.message}
          </View>
          {notVerified && (
            <Button id="verify-book" kind="ghost" icon="calendar" onPress={() => void go(routes.halls())}>
              {t('claim.verify')}
            </Button>
          )}
        </Note>
      )}
      <Button id="claim-send" block loading={send.busy} onPress={() => void submit()}>
        {t(`${move}.send`)}
      </Button>
      <Button id="claim-leave" kind="ghost" block onPress={onLeave}>
        {t('claim.leave')}
      </Button>
    </View>
  )
}
