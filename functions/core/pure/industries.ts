/** Industries of GB/T 4754—2017 (with amendment 1 of 2019): its twenty sections and ninety-seven divisions. */
import { text, type Text } from './text'

interface Section {
  readonly name: Text
  /** Two digits each. */
  readonly divisions: Readonly<Record<string, Text>>
}

export const SECTIONS: Readonly<Record<string, Section>> = {
  A: {
    name: text('农、林、牧、渔业', 'Agriculture, forestry, husbandry, fishery'),
    divisions: {
      '01': text('农业', 'Agriculture'),
      '02': text('林业', 'Forestry'),
      '03': text('畜牧业', 'Animal husbandry'),
      '04': text('渔业', 'Fishery'),
      '05': text('农、林、牧、渔专业及辅助性活动', 'Support to agriculture, forestry, husbandry, fishery'),
    },
  },
  B: {
    name: text('采矿业', 'Mining'),
    divisions: {
      '06': text('煤炭开采和洗选业', 'Coal mining and washing'),
      '07': text('石油和天然气开采业', 'Oil and gas extraction'),
      '08': text('黑色金属矿采选业', 'Ferrous metal ores'),
      '09': text('有色金属矿采选业', 'Non-ferrous metal ores'),
      '10': text('非金属矿采选业', 'Non-metal ores'),
      '11': text('开采专业及辅助性活动', 'Support to mining'),
      '12': text('其他采矿业', 'Other mining'),
    },
  },
  C: {
    name: text('制造业', 'Manufacturing'),
    divisions: {
      '13': text('农副食品加工业', 'Processing of farm produce'),
      '14': text('食品制造业', 'Food'),
      '15': text('酒、饮料和精制茶制造业', 'Liquor, beverages, refined tea'),
      '16': text('烟草制品业', 'Tobacco'),
      '17': text('纺织业', 'Textiles'),
      '18': text('纺织服装、服饰业', 'Apparel'),
      '19': text('皮革、毛皮、羽毛及其制品和制鞋业', 'Leather, fur, feather, footwear'),
      '20': text('木材加工和木、竹、藤、棕、草制品业', 'Wood, bamboo, rattan, straw'),
      '21': text('家具制造业', 'Furniture'),
      '22': text('造纸和纸制品业', 'Paper'),
      '23': text('印刷和记录媒介复制业', 'Printing and recorded media'),
      '24': text('文教、工美、体育和娱乐用品制造业', 'Goods for culture, crafts, sport, leisure'),
      '25': text('石油、煤炭及其他燃料加工业', 'Petroleum, coal and other fuels'),
      '26': text('化学原料和化学制品制造业', 'Chemicals'),
      '27': text('医药制造业', 'Pharmaceuticals'),
      '28': text('化学纤维制造业', 'Chemical fibres'),
      '29': text('橡胶和塑料制品业', 'Rubber and plastics'),
      '30': text('非金属矿物制品业', 'Non-metallic mineral products'),
      '31': text('黑色金属冶炼和压延加工业', 'Ferrous metals'),
      '32': text('有色金属冶炼和压延加工业', 'Non-ferrous metals'),
      '33': text('金属制品业', 'Metal products'),
      '34': text('通用设备制造业', 'General machinery'),
      '35': text('专用设备制造业', 'Special machinery'),
      '36': text('汽车制造业', 'Motor vehicles'),
      '37': text('铁路、船舶、航空航天和其他运输设备制造业', 'Rail, ships, aerospace, other transport'),
      '38': text('电气机械和器材制造业', 'Electrical machinery'),
      '39': text('计算机、通信和其他电子设备制造业', 'Computers, communication, electronics'),
      '40': text('仪器仪表制造业', 'Instruments'),
      '41': text('其他制造业', 'Other manufacturing'),
      '42': text('废弃资源综合利用业', 'Recycling'),
      '43': text('金属制品、机械和设备修理业', 'Repair of metal products and machinery'),
    },
  },
  D: {
    name: text('电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas, water'),
    divisions: {
      '44': text('电力、热力生产和供应业', 'Electricity and heat'),
      '45': text('燃气生产和供应业', 'Gas'),
      '46': text('水的生产和供应业', 'Water'),
    },
  },
  E: {
    name: text('建筑业', 'Construction'),
    divisions: {
      '47': text('房屋建筑业', 'Buildings'),
      '48': text('土木工程建筑业', 'Civil engineering'),
      '49': text('建筑安装业', 'Installation'),
      '50': text('建筑装饰、装修和其他建筑业', 'Decoration and other construction'),
    },
  },
  F: {
    name: text('批发和零售业', 'Wholesale and retail'),
    divisions: { '51': text('批发业', 'Wholesale'), '52': text('零售业', 'Retail') },
  },
  G: {
    name: text('交通运输、仓储和邮政业', 'Transport, storage, post'),
    divisions: {
      '53': text('铁路运输业', 'Rail'),
      '54': text('道路运输业', 'Road'),
      '55': text('水上运输业', 'Water transport'),
      '56': text('航空运输业', 'Air'),
      '57': text('管道运输业', 'Pipelines'),
      '58': text('多式联运和运输代理业', 'Multimodal transport and agents'),
      '59': text('装卸搬运和仓储业', 'Handling and storage'),
      '60': text('邮政业', 'Post'),
    },
  },
  H: {
    name: text('住宿和餐饮业', 'Lodging and catering'),
    divisions: { '61': text('住宿业', 'Lodging'), '62': text('餐饮业', 'Catering') },
  },
  I: {
    name: text('信息传输、软件和信息技术服务业', 'Information, software, IT services'),
    divisions: {
      '63': text('电信、广播电视和卫星传输服务', 'Telecoms, broadcasting, satellite'),
      '64': text('互联网和相关服务', 'Internet services'),
      '65': text('软件和信息技术服务业', 'Software and IT services'),
    },
  },
  J: {
    name: text('金融业', 'Finance'),
    divisions: {
      '66': text('货币金融服务', 'Banking'),
      '67': text('资本市场服务', 'Capital markets'),
      '68': text('保险业', 'Insurance'),
      '69': text('其他金融业', 'Other finance'),
    },
  },
  K: { name: text('房地产业', 'Real estate'), divisions: { '70': text('房地产业', 'Real estate') } },
  L: {
    name: text('租赁和商务服务业', 'Leasing and business services'),
    divisions: { '71': text('租赁业', 'Leasing'), '72': text('商务服务业', 'Business services') },
  },
  M: {
    name: text('科学研究和技术服务业', 'Research and technical services'),
    divisions: {
      '73': text('研究和试验发展', 'Research and development'),
      '74': text('专业技术服务业', 'Professional technical services'),
      '75': text('科技推广和应用服务业', 'Technology promotion and application'),
    },
  },
  N: {
    name: text('水利、环境和公共设施管理业', 'Water, environment, public facilities'),
    divisions: {
      '76': text('水利管理业', 'Water management'),
      '77': text('生态保护和环境治理业', 'Ecology and environment'),
      '78': text('公共设施管理业', 'Public facilities'),
      '79': text('土地管理业', 'Land management'),
    },
  },
  O: {
    name: text('居民服务、修理和其他服务业', 'Services to residents, repair, other'),
    divisions: {
      '80': text('居民服务业', 'Services to residents'),
      '81': text('机动车、电子产品和日用产品修理业', 'Repair of vehicles, electronics, goods'),
      '82': text('其他服务业', 'Other services'),
    },
  },
  P: { name: text('教育', 'Education'), divisions: { '83': text('教育', 'Education') } },
  Q: {
    name: text('卫生和社会工作', 'Health and social work'),
    divisions: { '84': text('卫生', 'Health'), '85': text('社会工作', 'Social work') },
  },
  R: {
    name: text('文化、体育和娱乐业', 'Culture, sport, entertainment'),
    divisions: {
      '86': text('新闻和出版业', 'News and publishing'),
      '87': text('广播、电视、电影和录音制作业', 'Broadcasting, film, sound recording'),
      '88': text('文化艺术业', 'Culture and arts'),
      '89': text('体育', 'Sport'),
      '90': text('娱乐业', 'Entertainment'),
    },
  },
  S: {
    name: text('公共管理、社会保障和社会组织', 'Public administration, social security, organisations'),
    divisions: {
      '91': text('中国共产党机关', 'Organs of the Communist Party of China'),
      '92': text('国家机构', 'State organs'),
      '93': text('人民政协、民主党派', 'Political consultative conference, democratic parties'),
      '94': text('社会保障', 'Social security'),
      '95': text('群众团体、社会团体和其他成员组织', 'Mass and social organisations'),
      '96': text('基层群众自治组织及其他组织', 'Grass-roots self-governing organisations'),
    },
  },
  T: {
    name: text('国际组织', 'International organisations'),
    divisions: { '97': text('国际组织', 'International organisations') },
  },
}

const BY_DIVISION: ReadonlyMap<string, { readonly section: string; readonly name: Text }> = new Map(
  Object.entries(SECTIONS).flatMap(([section, { divisions }]) =>
    Object.entries(divisions).map(([code, name]) => [code, { section, name }] as const),
  ),
)

/** The section's letter of a division: 62 is in H. Undefined for what is none. */
export const sectionOf = (division: string): string | undefined => BY_DIVISION.get(division)?.section

/** What a section (one letter) or a division (two digits) is called. */
export const industryText = (code: string): Text =>
  SECTIONS[code]?.name ?? BY_DIVISION.get(code)?.name ?? text(`行业 ${code}`, `industry ${code}`)

export const isDivisionOfIndustry = (code: string): boolean => BY_DIVISION.has(code)
export const isSection = (code: string): boolean => Object.hasOwn(SECTIONS, code)
