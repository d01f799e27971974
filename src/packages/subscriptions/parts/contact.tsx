/** A phone number or an e-mail address: typed, confirmed by the code that is sent to it, removed. */
import { useState } from 'react'
import { minuteOf } from '../../../../functions/core/pure/time'
import { api, type Input, type Output } from '../../../client/api'
import type { ApiError } from '../../../client/errors'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { timeText } from '../../../messages/dates'
import { Button, Column, ConfirmSheet, Field, Note, Words } from '../../../ui'
import { texts } from '../messages'

export type ContactChannel = Input<'subscriptions', 'addContact'>['channel']
type Sent = Output<'subscriptions', 'addContact'>

interface ContactProps {
  readonly channel: ContactChannel
  readonly onDone: (said: string) => void
  readonly onLeave: () => void
}

const Problem = ({ error }: { readonly error: ApiError | undefined }) =>
  error ? (
    <Note tone="danger" icon="warn">
      {error.message}
    </Note>
  ) : null

const CODE = /^\d{6}$/

interface CodeProps {
  readonly channel: ContactChannel
  readonly sent: Sent
  readonly onDone: (said: string) => void
  readonly onAgain: () => void
}

const TypeCode = ({ sent, channel, onDone, onAgain }: CodeProps) => {
  const t = useText(texts)
  const [code, setCode] = useState('')
  const { run, busy, error } = useAction((input: Input<'subscriptions', 'confirmContact'>, key) =>
    api.subscriptions.confirmContact(input, { key }),
  )
  const confirm = async (): Promise<void> => {
    const done = await run({ channel, code })
    if (done) onDone(t('confirmed', { to: done.masked }))
  }
  return (
    <Column id={`code-of-${channel}`} gap={12}>
      <Words live>{t('sentTo', { to: sent.masked, until: timeText(minuteOf(sent.until)) })}</Words>
      <Field
        id={`code-${channel}`}
        label={t('code')}
        hint={t('codeHint')}
        type="number"
        maxlength={6}
        value={code}
        onInput={(typed) => setCode(typed.replace(/\D/g, ''))}
      />
      <Problem error={error} />
      <Button
        id={`confirm-${channel}`}
        block
        loading={busy}
        disabled={!CODE.test(code)}
        onPress={() => void confirm()}
      >
        {t('confirm')}
      </Button>
      <Button id={`again-${channel}`} kind="text" onPress={onAgain}>
        {t('again')}
      </Button>
    </Column>
  )
}

export const AddContact = ({ channel, onDone, onLeave }: ContactProps) => {
  const t = useText(texts)
  const [address, setAddress] = useState('')
  const [sent, setSent] = useState<Sent>()
  const { run, busy, error } = useAction((input: Input<'subscriptions', 'addContact'>, key) =>
    api.subscriptions.addContact(input, { key }),
  )
  if (sent)
    return <TypeCode channel={channel} sent={sent} onDone={onDone} onAgain={() => setSent(undefined)} />
  const send = async (): Promise<void> => {
    const done = await run({ channel, address: address.trim() })
    if (done) setSent(done)
  }
  return (
    <Column gap={12}>
      <Field
        id={`address-${channel}`}
        label={t(`address.${channel}`)}
        hint={t(`addressHint.${channel}`)}
        type={channel === 'sms' ? 'number' : 'text'}
        maxlength={190}
        value={address}
        onInput={setAddress}
      />
      <Problem error={error} />
      <Button
        id={`send-${channel}`}
        block
        loading={busy}
        disabled={address.trim().length < 5}
        onPress={() => void send()}
      >
        {t('sendCode')}
      </Button>
      <Button id={`leave-${channel}`} kind="text" onPress={onLeave}>
        {t('cancel')}
      </Button>
    </Column>
  )
}

export const RemoveContact = ({
  channel,
  address,
  onDone,
  onLeave,
}: ContactProps & { readonly address: string }) => {
  const t = useText(texts)
  const { run, busy, error } = useAction((input: Input<'subscriptions', 'removeContact'>, key) =>
    api.subscriptions.removeContact(input, { key }),
  )
  return (
    <ConfirmSheet
      id="remove-sheet"
      open
      title={t('removeTitle', { to: address })}
      confirm={t('remove')}
      busy={busy}
      onClose={onLeave}
      onConfirm={() => void run({ channel }).then((done) => done && onDone(t('removed')))}
    >
      <Words>{t('removeWords')}</Words>
      <Problem error={error} />
    </ConfirmSheet>
  )
}
