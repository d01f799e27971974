/** By what I am told: the app always, the others where they are offered and lead to somebody. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '../../../messages'
import { texts as delivery } from '../../../messages/delivery'
import { Button, Card, Column, Row, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { Wanted } from '../model/wanted'
import { AddContact, RemoveContact, type ContactChannel } from './contact'
import { SwitchRow } from './row'
import type { Choices } from './use-choices'

type One = Choices['channels'][number]

const Always = () => {
  const t = useText(texts)
  const words = useText(delivery)
  return (
    <Card id="channel-inbox">
      <Row>
        <Column grow>
          <Words as="b">{words('channel.inbox')}</Words>
          <Words as="s">{t('inboxNote')}</Words>
        </Column>
        <Tag tone="ok">{t('always')}</Tag>
      </Row>
    </Card>
  )
}

/** What cannot be turned on says why, instead of a switch that would refuse. */
const Closed = ({ title, note }: { readonly title: string; readonly note: string }) => (
  <Column>
    <Words as="b">{title}</Words>
    <Words as="s">{note}</Words>
  </Column>
)

const Contact = ({
  channel,
  address,
  offered,
  onDone,
}: {
  readonly channel: ContactChannel
  readonly address: string | null
  /** Where it is not, what is there can be forgotten, and no other takes its place. */
  readonly offered: boolean
  readonly onDone: (said: string) => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const [doing, setDoing] = useState<'add' | 'remove'>()
  const done = (said: string): void => {
    setDoing(undefined)
    onDone(said)
  }
  if (doing === 'add')
    return <AddContact channel={channel} onDone={done} onLeave={() => setDoing(undefined)} />
  return (
    <>
      <View className="sb-row start wrap g8">
        {offered && (
          <Button id={`add-${channel}`} kind="ghost" icon="plus" onPress={() => setDoing('add')}>
            {t(`${address === null ? 'add' : 'change'}.${channel}`)}
          </Button>
        )}
        {address !== null && (
          <Button
            id={`remove-${channel}`}
            kind="text"
            label={t('removeOf', { channel: words(`channel.${channel}`) })}
            onPress={() => setDoing('remove')}
          >
            {t('remove')}
          </Button>
        )}
      </View>
      {doing === 'remove' && address !== null && (
        <RemoveContact
          channel={channel}
          address={address}
          onDone={done}
          onLeave={() => setDoing(undefined)}
        />
      )}
    </>
  )
}

const Channel = ({
  one: { channel, offered, address },
  wanted,
  onChange,
  onContact,
}: {
  readonly one: One
  readonly wanted: Wanted
  readonly onChange: (part: Partial<Wanted>) => void
  readonly onContact: (said: string) => void
}) => {
  const t = useText(texts)
  const words = useText(delivery)
  const title = words(`channel.${channel}`)
  const on = wanted.channels[channel]
  const hasAddress = channel === 'wechat' || address !== null
  // A switch that does nothing would say that something comes.
  const isOpen = offered && (on || hasAddress)
  const note = channel === 'wechat' ? t('wechatNote') : (address ?? undefined)
  return (
    <Card id={`channel-${channel}`}>
      <Column gap={12}>
        {isOpen ? (
          <SwitchRow
            id={`on-${channel}`}
            title={title}
            note={note}
            label={t('on', { channel: title })}
            on={on}
            onChange={(value) => onChange({ channels: { ...wanted.channels, [channel]: value } })}
          />
        ) : (
          <Closed title={title} note={t(offered ? 'noAddress' : 'notOffered')} />
        )}
        {channel !== 'wechat' && (offered || address !== null) && (
          <Contact channel={channel} address={address} offered={offered} onDone={onContact} />
        )}
      </Column>
    </Card>
  )
}

export const Channels = ({
  choices,
  wanted,
  onChange,
  onContact,
}: {
  readonly choices: Choices
  readonly wanted: Wanted
  readonly onChange: (part: Partial<Wanted>) => void
  /** An address was confirmed or removed; what is to be said of it. */
  readonly onContact: (said: string) => void
}) => {
  const t = useText(texts)
  return (
    <>
      <Section>{t('channels')}</Section>
      <Always />
      {choices.channels.map((one) => (
        <Channel key={one.channel} one={one} wanted={wanted} onChange={onChange} onContact={onContact} />
      ))}
    </>
  )
}
