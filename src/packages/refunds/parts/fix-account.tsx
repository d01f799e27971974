/** Another account, after the bank sent the money back: the bank's reason first, then what is to be put right. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import { knownAsAnother, NOTHING_TYPED, readyAccount } from '../model/account'
import type { BankAccount, CaseFull } from '../model/answers'
import { lastOf } from '../model/progress'
import { AccountFacts, AccountFields, noticingAnother } from './account-fields'

/** Why the bank sent it back. */
export const BankReason = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const said = lastOf(it.history, 'bankReject')?.said
  return (
    <Note tone="warn" icon="warn">
      <View id="bank-reason">
        <Words as="b">{t('fix.why')}</Words>
        <Words>{said ?? t('fix.noReason')}</Words>
      </View>
    </Note>
  )
}

export const FixAccount = ({
  it,
  onDone,
  onLeave,
}: {
  readonly it: CaseFull
  readonly onDone: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const payer = { kind: it.payer, name: it.taxpayerName }
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [tried, setTried] = useState(false)
  const send = useAction((account: BankAccount, key) =>
    noticingAnother(api.refunds.fixAccount({ id: it.id, account }, { key }), () =>
      setTyped((before) => knownAsAnother(before, undefined)),
    ),
  )
  const fix = async (): Promise<void> => {
    setTried(true)
    const account = readyAccount(typed, payer)
    if (account && (await send.run(account))) onDone()
  }
  return (
    <View id="fix" className="sb-col g12">
      <Card next>
        <Column gap={12}>
          <Words as="h" level={2}>
            {t(it.account ? 'fix.title' : 'do.nameAccount')}
          </Words>
          {it.account ? <BankReason it={it} /> : <Words>{t('name.lead')}</Words>}
          {it.account && (
            <Column gap={4}>
              <Words as="s">{t('fix.before')}</Words>
              <AccountFacts account={it.account} />
            </Column>
          )}
        </Column>
      </Card>
      <AccountFields
        typed={typed}
        payer={payer}
        tried={tried}
        onChange={(part) => setTyped((before) => ({ ...before, ...part }))}
      />
      {send.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{send.error.message}</View>
        </Note>
      )}
      <Button id="fix-send" block loading={send.busy} onPress={() => void fix()}>
        {t('fix.send')}
      </Button>
      <Button id="fix-leave" kind="ghost" block onPress={onLeave}>
        {t('supply.leave')}
      </Button>
    </View>
  )
}
