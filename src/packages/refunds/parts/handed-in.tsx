/** What I handed in: the payment, the answers, the account, the materials, each to be looked at. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FileType } from '../../../../functions/core/pure/file-types'
import { dayOf } from '../../../../functions/core/pure/time'
import { claimRules } from '../../../../functions/refunds/rules/kinds/claims'
import { api } from '../../../client/api'
import { readFile } from '../../../client/read-file'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Button, Card, Column, role, Words } from '../../../ui'
import { FileRow } from '../../../ui/file-row'
import { MaterialLook, type Looked } from '../../../ui/material-look'
import { texts } from '../messages'
import type { CaseFull } from '../model/answers'
import { isClaimKind } from '../model/params'
import { AccountFacts } from './account-fields'
import { Answer, Answers } from './answers'
import { VoucherFacts } from './voucher-step'
import { useNeedText } from './way'

const PDF: FileType = 'application/pdf'

const MaterialList = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const language = useLanguage()
  const needText = useNeedText(it)
  const [looked, setLooked] = useState<Looked>()
  const read = (materialId: string, tell: (percent: number) => void): Promise<string> =>
    readFile((place) => api.refunds.material({ id: it.id, materialId, place }), tell)
  return (
    <Card id="case-materials">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('in.materials')}
        </Words>
        {it.materials.length === 0 && <Words as="s">{t('in.noMaterials')}</Words>}
        <View className="sb-col g8" {...role('list')} aria-label={t('in.materials')}>
          {it.materials.map(({ id, code, name, type, at }) => (
            <FileRow
              key={id}
              id={`material-${id}`}
              title={name}
              note={t('in.material', { need: needText(code), day: datedText(dayOf(at), language) })}
              face="paper"
              look={{
                label: t('in.look', { name }),
                onPress: () => setLooked({ name, pdf: type === PDF, id }),
              }}
            />
          ))}
        </View>
      </Column>
      {looked && <MaterialLook looked={looked} read={read} onClose={() => setLooked(undefined)} />}
    </Card>
  )
}

/** The form as it was filled in: folded, since one knows it. */
const Filled = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const form = isClaimKind(it.kind) ? claimRules[it.kind].form : undefined
  return (
    <Card id="case-form">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('in.title')}
        </Words>
        <Answer label={t('in.number')}>{it.id}</Answer>
        <Answer label={t('in.received')}>{datedText(it.receivedOn, language)}</Answer>
        <Answer label={t('in.for')}>{it.taxpayerName}</Answer>
        <Answer label={t('in.office')}>{it.hallName}</Answer>
        {it.account && (
          <Answer label={t('in.account')}>
            <AccountFacts account={it.account} />
          </Answer>
        )}
        {open && form && <Answers form={form} values={it.values} />}
        {form && (
          <Button id="case-form-more" kind="text" onPress={() => setOpen(!open)}>
            {t(open ? 'in.less' : 'in.more')}
          </Button>
        )}
      </Column>
    </Card>
  )
}

export const HandedIn = ({ it }: { readonly it: CaseFull }) => {
  const t = useText(texts)
  return (
    <>
      {it.voucher && (
        <Card id="case-voucher">
          <Column gap={8}>
            <Words as="h" level={2}>
              {t('in.voucher')}
            </Words>
            <Words as="b">{it.voucher.taxName}</Words>
            <VoucherFacts voucher={it.voucher} />
          </Column>
        </Card>
      )}
      <Filled it={it} />
      <MaterialList it={it} />
    </>
  )
}
