/** What people keep invoices for, and the words that suggest it. The more a word says, the longer it is: the longest decides. */
import { text, type Text } from '../../core/pure/text'

export type CategoryCode =
  | 'dining'
  | 'groceries'
  | 'travel'
  | 'lodging'
  | 'vehicle'
  | 'office'
  | 'telecom'
  | 'medical'
  | 'education'
  | 'home'
  | 'clothing'
  | 'leisure'
  | 'other'

export interface Category {
  readonly code: CategoryCode
  readonly name: Text
  /** Of goods and services: classes between asterisks (商品和服务税收分类简称), and words of their names. */
  readonly goods: readonly string[]
  /** Of sellers' names. */
  readonly sellers: readonly string[]
}

export const categories: readonly Category[] = [
  {
    code: 'dining',
    name: text('餐饮', 'Dining'),
    goods: ['餐饮服务', '餐饮', '餐费', '外卖', '食堂', '饮品制售', '酒水'],
    sellers: [
      '餐饮',
      '餐厅',
      '饭店',
      '酒家',
      '酒楼',
      '食府',
      '小吃',
      '火锅',
      '烧烤',
      '面馆',
      '快餐',
      '咖啡',
      '茶饮',
      '烧饼',
      '麦当劳',
      '肯德基',
    ],
  },
  {
    code: 'groceries',
    name: text('食品百货', 'Groceries'),
    goods: [
      '乳制品',
      '饮料',
      '水果',
      '蔬菜',
      '肉制品',
      '焙烤食品',
      '方便食品',
      '谷物加工品',
      '调味品',
      '海水产品',
      '鲜蛋',
      '食用植物油',
    ],
    sellers: ['超市', '便利店', '生鲜', '粮油', '水果', '菜市场', '百货'],
  },
  {
    code: 'travel',
    name: text('交通出行', 'Travel'),
    goods: [
      '运输服务',
      '客运服务',
      '旅客运输',
      '铁路客票',
      '铁路电子客票',
      '机票',
      '打车',
      '网约车',
      '出租车',
      '地铁',
      '公交',
      '航空运输',
      '旅游服务',
    ],
    sellers: ['航空', '铁路', '出行', '客运', '出租汽车', '轨道交通', '公共交通', '旅行社'],
  },
  {
    code: 'lodging',
    name: text('住宿', 'Lodging'),
    goods: ['住宿服务', '住宿', '房费', '客房'],
    sellers: ['酒店', '宾馆', '旅馆', '民宿', '客栈', '招待所', '酒店管理'],
  },
  {
    code: 'vehicle',
    name: text('用车', 'Vehicle'),
    goods: [
      '汽油',
      '柴油',
      '车用乙醇',
      '通行费',
      '停车',
      '停车费',
      '车辆停放',
      '洗车',
      '汽车维修',
      '修理修配',
      '机动车',
      '轮胎',
      '充电服务',
      '车辆保险',
      '机动车保险',
    ],
    sellers: [
      '加油站',
      '石油',
      '石化',
      '停车',
      '高速公路',
      '汽车维修',
      '汽修',
      '汽车销售',
      '汽车服务',
      '充电',
    ],
  },
  {
    code: 'office',
    name: text('办公', 'Office'),
    goods: [
      '文具',
      '办公用品',
      '纸制品',
      '打印',
      '复印',
      '印刷品',
      '计算机',
      '计算机外部设备',
      '电子计算机',
      '墨盒',
      '硒鼓',
      '收派服务',
      '快递',
      '软件',
      '信息技术服务',
      '会议服务',
      '广告服务',
      '咨询服务',
    ],
    sellers: ['办公', '文具', '图文', '快递', '速运', '印刷', '印章', '软件', '信息技术'],
  },
  {
    code: 'telecom',
    name: text('通信', 'Telecom'),
    goods: ['电信服务', '基础电信', '增值电信', '话费', '流量', '宽带'],
    sellers: ['中国移动', '中国联通', '中国电信', '移动通信', '通信', '联合网络通信', '广播电视网络'],
  },
  {
    code: 'medical',
    name: text('医疗', 'Medical'),
    goods: [
      '医疗服务',
      '化学药品制剂',
      '中成药',
      '中药饮片',
      '生物化学药品',
      '医疗仪器器械',
      '卫生材料',
      '药品',
      '体检',
      '挂号',
    ],
    sellers: ['医院', '诊所', '药房', '药店', '大药房', '门诊部', '医药', '口腔', '卫生院', '体检'],
  },
  {
    code: 'education',
    name: text('教育', 'Education'),
    goods: ['学历教育服务', '非学历教育服务', '教育服务', '教育辅助服务', '培训费', '学费', '图书', '考试费'],
    sellers: ['学校', '大学', '学院', '幼儿园', '培训', '教育', '书店', '新华书店', '出版社'],
  },
  {
    code: 'home',
    name: text('居家', 'Home'),
    goods: [
      '日用杂品',
      '家具',
      '家用电器',
      '家用电力器具',
      '厨房用具',
      '洗涤剂',
      '供电',
      '电力',
      '水冰雪',
      '天然气',
      '物业管理服务',
      '物业',
      '装修',
      '建筑装饰',
      '不动产租赁',
      '房租',
      '家政',
      '保洁',
    ],
    sellers: ['家居', '家具', '电器', '物业', '装饰', '供电', '电力', '自来水', '燃气', '水务', '家政'],
  },
  {
    code: 'clothing',
    name: text('服饰美容', 'Clothing and beauty'),
    goods: ['服装', '鞋', '帽', '箱包', '针纺织品', '纺织产品', '化妆品', '护肤', '美容', '理发', '珠宝首饰'],
    sellers: ['服装', '服饰', '鞋业', '化妆品', '美容', '美发', '珠宝'],
  },
  {
    code: 'leisure',
    name: text('文体娱乐', 'Culture and leisure'),
    goods: [
      '文化服务',
      '体育服务',
      '娱乐服务',
      '文化体育服务',
      '电影',
      '门票',
      '健身',
      '演出',
      '游览',
      '玩具',
      '体育用品',
    ],
    sellers: ['影城', '影院', '电影', '健身', '体育', '景区', '公园', '博物馆', '游乐', '剧院', '娱乐'],
  },
  { code: 'other', name: text('其他', 'Other'), goods: [], sellers: [] },
]

export const CATEGORY_CODES: readonly CategoryCode[] = categories.map(({ code }) => code)

export const isCategory = (name: string): name is CategoryCode => CATEGORY_CODES.some((code) => code === name)

export const categoryName = (code: CategoryCode): Text =>
  categories.find((one) => one.code === code)?.name ?? text(code, code)
