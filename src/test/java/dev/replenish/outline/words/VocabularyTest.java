package dev.replenish.outline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Status;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meanings of words in all supported languages, and words without such a meaning. */
class VocabularyTest {

  @ParameterizedTest
  @CsvSource({
    "P0, CRITICAL",
    "'P1 (High-impact)', HIGH",
    "'🔴 High Priority - Critical (Must Fix Before Production)', CRITICAL",
    "🟡, MEDIUM",
    "ðŸŸ¢, LOW",
    "Must have, CRITICAL",
    "Should, HIGH",
    "Could have, MEDIUM",
    "Won't have, WONT",
    "Now, HIGH",
    "Next, MEDIUM",
    "Later, LOW",
    "Nice to have, LOW",
    "高优先级, HIGH",
    "高優先級, HIGH",
    "低优先级：文档, LOW",
    "【紧急】修复, CRITICAL",
    "安全（高）, HIGH",
    "उच्च प्राथमिकता, HIGH",
    "Prioridad alta, HIGH",
    "prioridad crítica, CRITICAL",
    "Prioridad critica, CRITICAL",
    "Priorité élevée, HIGH",
    "أولوية عالية, HIGH",
    "أَوْلَوِيَّة عَالِيَة, HIGH",
    "উচ্চ অগ্রাধিকার, HIGH",
    "Prioridade baixa, LOW",
    "Высокий приоритет, HIGH",
    "اعلی ترجیح, HIGH",
    "Prioritas tinggi, HIGH",
    "Hohe Priorität, HIGH",
    "später, LOW",
    "優先度：高, HIGH",
    "Ưu tiên cao, HIGH",
    "Nízká priorita, LOW",
    "Hög prioritet, HIGH",
    "Критичний пріоритет, CRITICAL",
    "Közepes prioritás, MEDIUM",
    "Prioritate scăzută, LOW",
    "Høj prioritet, HIGH",
    "Høy prioritet, HIGH",
    "Korkea prioriteetti, HIGH",
    "ความสำคัญสูง, HIGH",
    "ΥΨΗΛΗ ΠΡΟΤΕΡΑΙΟΤΗΤΑ, HIGH",
    "اولويت بالا, HIGH",
    "עדיפות גבוהה, HIGH",
    "Prioritat baixa, LOW"
  })
  void headingStatesUrgency(String heading, Urgency level) {
    assertEquals(Optional.of(level), Urgencies.level(heading));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Next.js",
        "High tea",
        "Highlights",
        "Lower deck",
        "Media",
        "P2P network",
        "HTTP/2",
        "Should we rewrite it?",
        "Mayor's office",
        "Now playing",
        "Open Source",
        "高铁",
        "中文",
        "Lage",
        "Haut",
        "Lag"
      })
  void otherHeadingsStateNoUrgency(String heading) {
    assertEquals(Optional.empty(), Urgencies.level(heading));
  }

  @ParameterizedTest
  @CsvSource({"Media, MEDIUM", "média, MEDIUM", "sedang, MEDIUM", "alta, HIGH", "中, MEDIUM"})
  void priorityCellMayHoldOtherwiseAmbiguousWords(String cell, Urgency level) {
    assertEquals(Optional.of(level), Urgencies.priority(cell));
  }

  @ParameterizedTest
  @CsvSource({
    "📝 TODO, TODO",
    "Not started, TODO",
    "In Progress, IN_PROGRESS",
    "🚧, IN_PROGRESS",
    "WIP, IN_PROGRESS",
    "On hold, BLOCKED",
    "Done (v2), DONE",
    "✅ Completed, DONE",
    "âœ… Done, DONE",
    "Won't do, REJECTED",
    "已完成, DONE",
    "進行中, IN_PROGRESS",
    "待办, TODO",
    "हो गया, DONE",
    "Hecho, DONE",
    "En curso, IN_PROGRESS",
    "Terminé, DONE",
    "à faire, TODO",
    "مكتمل, DONE",
    "قيد التنفيذ, IN_PROGRESS",
    "সম্পন্ন, DONE",
    "Concluído, DONE",
    "concluido, DONE",
    "Готово, DONE",
    "в работе, IN_PROGRESS",
    "مکمل, DONE",
    "Selesai, DONE",
    "erledigt, DONE",
    "in Arbeit, IN_PROGRESS",
    "対応中, IN_PROGRESS",
    "完了, DONE",
    "đã hoàn thành, DONE",
    "hotová, DONE",
    "pågår, IN_PROGRESS",
    "очікує, BLOCKED",
    "részben kész, IN_PROGRESS",
    "anulată, REJECTED",
    "afventer, BLOCKED",
    "gjøres ikke, REJECTED",
    "osittain valmis, IN_PROGRESS",
    "เสร็จบางส่วน, IN_PROGRESS",
    "ΕΚΚΡΕΜΕΙ, TODO",
    "نیمه‌تمام, IN_PROGRESS",
    "בטיפול, IN_PROGRESS",
    "cancel·lada, REJECTED",
    "partly done, IN_PROGRESS"
  })
  void cellStatesStatus(String cell, Status status) {
    assertEquals(Optional.of(status), Vocabulary.status(cell));
  }

  @ParameterizedTest
  @CsvSource({
    "✅ Recently Completed, DONE",
    "Completed (January), DONE",
    "Done in 2026, DONE",
    "In Progress, ACTIVE",
    "Icebox, PARKED",
    "Won't do, PARKED",
    "Someday / Maybe, PARKED",
    "Deferred to v3, PARKED",
    "How to Update This File, INFORMATION",
    "Acceptance Criteria, INFORMATION",
    "📊 Progress Summary, INFORMATION",
    "已完成（2026）, DONE",
    "暫緩, PARKED",
    "说明, INFORMATION",
    "पूर्ण, DONE",
    "Completado, DONE",
    "Notas, INFORMATION",
    "Tâches terminées, DONE",
    "المهام المكتملة, DONE",
    "সম্পন্ন কাজ, DONE",
    "Adiado, PARKED",
    "Завершённые задачи, DONE",
    "завершенные задачи, DONE",
    "مکمل شدہ, DONE",
    "Ditunda, PARKED",
    "Erledigt, DONE",
    "完了したタスク, DONE"
  })
  void headingStatesTopicOfItsSection(String heading, Topic topic) {
    assertEquals(Optional.of(topic), Vocabulary.topic(heading));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Process",
        "Open Source",
        "Next.js",
        "Workflow",
        "About page",
        "Done button",
        "Finished goods",
        "Completed orders",
        "Key management",
        "Dependencies",
        "Metrics",
        "Templates",
        "Notes app",
        "History view",
        "Rules engine",
        "Active Directory",
        "Releases",
        "Archive format",
        "How to pay is unclear",
        "Usage",
        "Context menu",
        "Index",
        "Symbols",
        "Änderungen",
        "完成率"
      })
  void ordinaryHeadingHasNoTopic(String heading) {
    assertEquals(Optional.empty(), Vocabulary.topic(heading));
  }

  @ParameterizedTest
  @CsvSource({
    "'#', ID",
    "User Story, TITLE",
    "Prio, PRIORITY",
    "任务, TITLE",
    "優先級, PRIORITY",
    "狀態, STATUS",
    "कार्य, TITLE",
    "Prioridad, PRIORITY",
    "Tâche, TITLE",
    "tache, TITLE",
    "الحالة, STATUS",
    "কাজ, TITLE",
    "Situação, STATUS",
    "Задача, TITLE",
    "ترجیح, PRIORITY",
    "Tugas, TITLE",
    "Aufwand, EFFORT",
    "タスク, TITLE"
  })
  void headerStatesContentOfColumn(String header, Column column) {
    assertEquals(Optional.of(column), Vocabulary.column(header));
  }
}
