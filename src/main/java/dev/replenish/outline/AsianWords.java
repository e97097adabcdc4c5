package dev.replenish.outline;

/** The words of the big languages of Asia, see {@link Languages}. */
final class AsianWords {
  private AsianWords() {}

  static final String CHINESE =
      """
      level CRITICAL: 紧急, 緊急, 最高, 最高优先级, 最高優先級, 严重, 嚴重, 必须, 必須, 必须有, 必須有
      level HIGH: 高, 高优先级, 高優先級, 高优先级任务, 高優先級任務, 优先级高, 重要, 应该, 應該, 应该有, 現在, 现在
      level MEDIUM: 中, 中等, 中优先级, 中優先級, 中优先级任务, 一般, 可以有, 下一步, 接下来, 接下來
      level LOW: 低, 低优先级, 低優先級, 低优先级任务, 低優先級任務, 次要, 以后, 以後, 稍后
      status TODO: 待办, 待辦, 未开始, 未開始, 待处理, 待處理, 未完成, 待做, 计划中
      status IN_PROGRESS: 进行中, 進行中, 开发中, 開發中, 处理中, 處理中
      status BLOCKED: 阻塞, 受阻, 等待中, 暂停, 暫停
      status DONE: 完成, 已完成, 已解决, 已解決, 已关闭, 已關閉, 已修复, 已修復, 已发布
      status REJECTED: 已取消, 取消, 已拒绝, 已拒絕, 不做
      topic DONE: 完成, 已完成, 已完成任务, 已完成任務, 最近完成, 已归档, 已歸檔
      topic ACTIVE: 进行中, 進行中, 正在进行, 正在進行
      topic BLOCKED: 阻塞, 受阻
      topic PARKED: 暂缓, 暫緩, 搁置, 擱置, 已取消, 不做, 推迟, 推遲, 冰箱
      topic INFORMATION: 说明, 說明, 图例, 圖例, 备注, 備註, 验收标准, 驗收標準, 目录, 目錄, 使用说明, 使用說明, 更新日志
      column TITLE: 任务, 任務, 标题, 標題, 事项, 事項, 功能, 名称, 名稱, 需求
      column DESCRIPTION: 描述, 详情, 詳情
      column ID: 编号, 編號, 序号, 序號
      column PRIORITY: 优先级, 優先級, 优先度
      column STATUS: 状态, 狀態, 进度, 進度
      column EFFORT: 工作量, 工时, 工時, 预估, 預估
      column DEPENDENCIES: 依赖, 依賴
      column OTHER: 负责人, 負責人, 备注, 備註, 截止日期
      """;

  static final String HINDI =
      """
      level CRITICAL: अत्यावश्यक, अति आवश्यक, गंभीर
      level HIGH: उच्च, उच्च प्राथमिकता, महत्वपूर्ण
      level MEDIUM: मध्यम, मध्यम प्राथमिकता
      level LOW: निम्न, निम्न प्राथमिकता, कम, कम प्राथमिकता
      status TODO: करना है, बाकी, लंबित, शुरू नहीं
      status IN_PROGRESS: जारी, प्रगति पर, चल रहा है
      status BLOCKED: अवरुद्ध, रुका हुआ
      status DONE: पूर्ण, पूरा, पूरा हुआ, हो गया, समाप्त
      status REJECTED: रद्द, अस्वीकृत
      topic DONE: पूर्ण, पूरा हुआ, पूर्ण कार्य, हाल ही में पूर्ण
      topic ACTIVE: जारी, प्रगति पर
      topic PARKED: स्थगित, रद्द
      topic INFORMATION: टिप्पणियाँ, निर्देश, स्वीकृति मानदंड
      column TITLE: कार्य, शीर्षक
      column DESCRIPTION: विवरण
      column PRIORITY: प्राथमिकता
      column STATUS: स्थिति
      column EFFORT: प्रयास, अनुमान
      column DEPENDENCIES: निर्भरता
      """;

  static final String BENGALI =
      """
      level CRITICAL: জরুরি, অতি জরুরি
      level HIGH: উচ্চ, উচ্চ অগ্রাধিকার, গুরুত্বপূর্ণ
      level MEDIUM: মাঝারি, মাঝারি অগ্রাধিকার, মধ্যম
      level LOW: নিম্ন, নিম্ন অগ্রাধিকার, কম
      status TODO: করণীয়, করতে হবে, বাকি, মুলতুবি
      status IN_PROGRESS: চলমান, চলছে
      status BLOCKED: আটকে আছে, অবরুদ্ধ
      status DONE: সম্পন্ন, সমাপ্ত, শেষ, হয়ে গেছে
      status REJECTED: বাতিল
      topic DONE: সম্পন্ন, সমাপ্ত, সম্পন্ন কাজ
      topic ACTIVE: চলমান
      topic PARKED: স্থগিত, বাতিল
      topic INFORMATION: নির্দেশনা, মন্তব্য
      column TITLE: কাজ, শিরোনাম
      column DESCRIPTION: বিবরণ
      column PRIORITY: অগ্রাধিকার
      column STATUS: অবস্থা
      """;

  static final String URDU =
      """
      level CRITICAL: فوری, انتہائی اہم
      level HIGH: اعلی, زیادہ, اعلی ترجیح, اہم
      level MEDIUM: درمیانہ, درمیانی, درمیانی ترجیح
      level LOW: کم, کم ترجیح
      status TODO: کرنا ہے, باقی, زیر التوا
      status IN_PROGRESS: جاری, جاری ہے
      status BLOCKED: رکا ہوا
      status DONE: مکمل, ہو گیا, ختم
      status REJECTED: منسوخ, مسترد
      topic DONE: مکمل, مکمل شدہ
      topic ACTIVE: جاری
      topic PARKED: ملتوی, منسوخ
      topic INFORMATION: ہدایات, نوٹس
      column TITLE: کام, عنوان
      column DESCRIPTION: تفصیل
      column PRIORITY: ترجیح
      column STATUS: حالت
      """;

  static final String ARABIC =
      """
      level CRITICAL: حرج, حرجة, عاجل, أولوية قصوى
      level HIGH: عالي, عالية, أولوية عالية, مهم, الآن
      level MEDIUM: متوسط, متوسطة, أولوية متوسطة, التالي
      level LOW: منخفض, منخفضة, أولوية منخفضة, لاحقا
      status TODO: للتنفيذ, لم يبدأ, معلق, مفتوح, جديد
      status IN_PROGRESS: قيد التنفيذ, قيد العمل, جاري
      status BLOCKED: محظور, متوقف
      status DONE: تم, مكتمل, مكتملة, منجز, منتهي, مغلق
      status REJECTED: ملغى, مرفوض
      topic DONE: مكتمل, مكتملة, المهام المكتملة, المكتملة, تم, منجز
      topic ACTIVE: قيد التنفيذ
      topic PARKED: مؤجل, مؤجلة, ملغى
      topic INFORMATION: ملاحظات, تعليمات, معايير القبول, دليل الرموز
      column TITLE: المهمة, مهمة, العنوان, عنوان
      column DESCRIPTION: الوصف, وصف
      column PRIORITY: الأولوية, أولوية
      column STATUS: الحالة, حالة
      column EFFORT: الجهد, التقدير
      """;

  static final String INDONESIAN =
      """
      level CRITICAL: kritis, mendesak, prioritas kritis
      level HIGH: tinggi, prioritas tinggi, penting, sekarang
      level MEDIUM: prioritas sedang, menengah, berikutnya
      level LOW: rendah, prioritas rendah, nanti
      value MEDIUM: sedang
      status TODO: belum, belum dimulai, akan dikerjakan, tertunda, baru
      status IN_PROGRESS: sedang dikerjakan, sedang berjalan, dikerjakan
      status BLOCKED: terblokir, terhambat, menunggu
      status DONE: selesai, sudah selesai, beres
      status REJECTED: dibatalkan, batal, ditolak
      topic DONE: selesai, sudah selesai, baru selesai
      topic ACTIVE: sedang dikerjakan, sedang berjalan
      topic PARKED: ditunda, dibatalkan
      topic INFORMATION: catatan, petunjuk, kriteria penerimaan, daftar isi
      column TITLE: tugas, judul, pekerjaan, fitur
      column DESCRIPTION: deskripsi, keterangan
      column PRIORITY: prioritas
      column EFFORT: estimasi
      column DEPENDENCIES: ketergantungan
      """;

  static final String JAPANESE =
      """
      level CRITICAL: 緊急, 最優先, 必須
      level HIGH: 高, 優先度高, 優先度 高, 高優先度, 重要, 今すぐ
      level MEDIUM: 中, 優先度中, 優先度 中, 中優先度, 普通
      level LOW: 低, 優先度低, 優先度 低, 低優先度, あとで, 後で
      status TODO: 未着手, 未対応, やること, 未完了
      status IN_PROGRESS: 対応中, 作業中, 進行中, 着手中
      status BLOCKED: 保留中, 待ち, ブロック中
      status DONE: 完了, 対応済み, 完了済み, 済, 済み, 解決済み
      status REJECTED: 却下, 中止, 対応しない
      topic DONE: 完了, 完了済み, 完了したタスク, 最近完了
      topic ACTIVE: 対応中, 作業中, 進行中
      topic PARKED: 保留, 延期, 却下, いつか
      topic INFORMATION: 凡例, 備考, メモ, 受け入れ条件, 目次, 使い方
      column TITLE: タスク, タイトル, 件名, 項目
      column DESCRIPTION: 説明, 詳細, 内容
      column ID: 番号
      column PRIORITY: 優先度, 優先順位
      column STATUS: 状態, ステータス, 進捗
      column EFFORT: 工数, 見積もり, 見積
      column DEPENDENCIES: 依存, 依存関係
      column OTHER: 担当, 担当者, 期限, 備考
      """;
}
