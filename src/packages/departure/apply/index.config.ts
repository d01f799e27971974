export default definePageConfig({ navigationBarTitleText: '离境退税申请单' })
