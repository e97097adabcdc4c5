package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings, columns and verbs in many languages. */
class ReadingLanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "Việc cần làm, Đã hoàn thành, Tạm hoãn, Chú giải",
    "Další kroky, Dokončené úkoly, Odloženo, Legenda",
    "Att göra, Nyligen klart, Uppskjutet, Teckenförklaring",
    "Наступні кроки, Виконані завдання, Відкладено, Умовні позначення",
    "Teendők, Befejezett feladatok, Elhalasztva, Jelmagyarázat",
    "De făcut, Finalizate recent, Amânate, Legendă",
    "Åbne opgaver, Udførte opgaver, Udskudt, Signaturforklaring",
    "Gjøremål, Nylig fullført, Utsatt, Tegnforklaring",
    "Tehtävälista, Tehdyt tehtävät, Lykätty, Selitteet",
    "สิ่งที่ต้องทำ, งานที่เสร็จแล้ว, เลื่อนออกไป, วิธีใช้",
    "ΕΚΚΡΕΜΟΤΗΤΕΣ, Ολοκληρωμένες εργασίες, Σε αναβολή, Υπόμνημα",
    "كارهاي باقي‌مانده, کارهای انجام‌شده, لغو شده, راهنمای نمادها",
    "משימות פתוחות, הושלמו לאחרונה, נדחו, מקרא",
    "Tasques pendents, Fet recentment, Ajornat, Llegenda",
    "Offene Punkte, Zuletzt abgeschlossen, Bewusst zurückgestellt, Zeichenerklärung",
    "Tâches restantes, Récemment terminés, Idées pour plus tard, Légende des statuts",
    "남은 작업, 완료된 항목, 범위 밖, 사용 방법",
    "剩余任务, 近期完成, 已搁置, 状态说明"
  })
  void headingsForStatesAndLegendsAreUnderstood(
      String open, String done, String parked, String legend) {
    assertOpen(
        """
        # Oven 7

        ## %s

        - Klm: rst

        ## %s

        - Abc def
        - Ghi jkl

        ## %s

        - Mno pqr

        ## %s

        - Stu vwx
        """
            .formatted(legend, open, done, parked),
        9,
        10);
  }

  @ParameterizedTest
  @CsvSource({
    "Công việc, Độ ưu tiên, Trạng thái, chưa làm, đang làm, xong",
    "Úkol, Priorita, Stav, nezahájeno, v řešení, hotovo",
    "Uppgift, Prioritet, Status, ej påbörjad, pågår, klar",
    "Завдання, Пріоритет, Статус, не розпочато, у роботі, зроблено",
    "Feladat, Prioritás, Állapot, nincs kész, folyamatban, kész",
    "Sarcină, Prioritate, Stare, de făcut, în lucru, finalizată",
    "Opgave, Prioritet, Tilstand, ikke startet, i gang, færdig",
    "Oppgave, Prioritet, Tilstand, ikke påbegynt, under arbeid, fullført",
    "Tehtävä, Prioriteetti, Tila, aloittamatta, työn alla, valmis",
    "งาน, ความสำคัญ, สถานะ, ยังไม่เริ่ม, กำลังทำ, เสร็จแล้ว",
    "Εργασία, Προτεραιότητα, Κατάσταση, εκκρεμεί, σε εξέλιξη, ολοκληρώθηκε",
    "وظیفه, اولویت, وضعیت, شروع‌نشده, در حال انجام, انجام شد",
    "משימה, עדיפות, סטטוס, לביצוע, בתהליך, הושלם",
    "Tasca, Prioritat, Estat, pendent, en curs, feta",
    "Taak, Prioriteit, Status, nog niet begonnen, deels klaar, opgeleverd"
  })
  void columnHeadersAndStatesAreUnderstood(
      String task, String priority, String status, String open, String doing, String done) {
    assertOpen(
        """
        # Oven 7

        | %s | %s | %s |
        |---|---|---|
        | Abc def | 1 | %s |
        | Ghi jkl | 2 | %s |
        | Mno pqr | 3 | %s |
        """
            .formatted(task, priority, status, open, doing, done),
        5);
  }

  @Test
  void verbsProveTasksInScriptWithoutSpaces() {
    assertOpen(
        """
        # เตาอบ

        ## ห้องครัว

        - ซ่อมฝาหม้อ
        - เพิ่มชั้นวางถ้วย
        - ตรวจสอบปล่องควัน

        ## สวน

        - กุญแจแขวนอยู่ที่ประตู
        - ดอกไม้สีแดง
        - ฝนตกบ่อย
        """,
        5,
        6,
        7);
  }
}
