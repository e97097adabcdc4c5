package dev.replenish.core;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A language in which generated backlogs are written; one of them is invented. */
enum Language {
  ENGLISH(
      "Mend the,Paint the,Check each,Replace the,Measure the,Sort out the",
      "gate,boiler,ledger,ferry,lantern,orchard,signal box,greenhouse,archive,weir",
      "Harbour,Workshop,Visitors,Garden,Bakery,Night shift,Islands",
      "Legend,Facts and figures,Recommended order,How to use this file,Shipped,Notes,References,Decisions,Risks,Open questions,Change history,Team,Glossary,Metrics",
      "The old one leaks.,Nobody has looked at it since spring.,It takes two people and a ladder.",
      "Priority,Effort,Area,Status",
      "To do,In progress,Done",
      "the miller,the guests,the night watch"),
  GERMAN(
      "Repariere den,Prüfe jeden,Ersetze den,Vermiss den,Streiche den,Plane den",
      "Zaun,Kessel,Steg,Leuchtturm,Ofen,Garten,Speicher,Fahrstuhl,Brunnen,Schuppen",
      "Hafen,Werkstatt,Besucher,Bäckerei,Nachtschicht,Inseln,Obstgarten",
      "Legende,Fakten,Empfohlene Reihenfolge,Arbeitsweise,Erledigt,Notizen,Referenzen,Entscheidungen,Risiken,Offene Fragen,Änderungsverlauf,Team,Glossar,Kennzahlen",
      "Der alte leckt.,Seit dem Frühjahr war niemand mehr dort.,Man braucht dazu zwei Leute.",
      "Priorität,Aufwand,Bereich,Status",
      "Offen,In Arbeit,Erledigt",
      "der Müller,die Gäste,die Nachtwache"),
  SPANISH(
      "Reparar el,Pintar el,Revisar cada,Cambiar el,Medir el,Ordenar el",
      "faro,horno,archivo,muelle,huerto,pozo,reloj,puente,almacén,tejado",
      "Puerto,Taller,Visitantes,Jardín,Panadería,Turno de noche,Islas",
      "Leyenda,Datos y cifras,Orden recomendado,Instrucciones,Completado,Notas,Referencias,Decisiones,Riesgos,Preguntas abiertas,Historial de cambios,Equipo,Glosario,Métricas",
      "El viejo gotea.,Nadie lo ha mirado desde la primavera.,Hacen falta dos personas.",
      "Prioridad,Esfuerzo,Área,Estado",
      "Pendiente,En curso,Completado",
      "el molinero,los huéspedes,la guardia de noche"),
  FRENCH(
      "Réparer le,Peindre le,Vérifier chaque,Remplacer le,Mesurer le,Ranger le",
      "phare,four,grenier,quai,verger,puits,pont,toit,moulin,hangar",
      "Port,Atelier,Visiteurs,Jardin,Boulangerie,Équipe de nuit,Îles",
      "Légende,Faits et chiffres,Ordre recommandé,Mode d'emploi,Terminé,Notes,Références,Décisions,Risques,Questions ouvertes,Historique des modifications,Équipe,Glossaire,Indicateurs",
      "L'ancien fuit.,Personne ne l'a regardé depuis le printemps.,Il faut deux personnes.",
      "Priorité,Effort,Domaine,Statut",
      "À faire,En cours,Terminé",
      "le meunier,les visiteurs,la garde de nuit"),
  PORTUGUESE(
      "Consertar o,Pintar o,Verificar cada,Trocar o,Medir o,Arrumar o",
      "farol,forno,arquivo,cais,pomar,poço,relógio,telhado,armazém,moinho",
      "Porto,Oficina,Visitantes,Jardim,Padaria,Turno da noite,Ilhas",
      "Legenda,Fatos e números,Ordem recomendada,Instruções,Concluído,Notas,Referências,Decisões,Riscos,Perguntas em aberto,Histórico de alterações,Equipe,Glossário,Métricas",
      "O velho vaza.,Ninguém olhou para isso desde a primavera.,São precisas duas pessoas.",
      "Prioridade,Esforço,Área,Status",
      "A fazer,Em andamento,Concluído",
      "o moleiro,os hóspedes,a guarda da noite"),
  ITALIAN(
      "Riparare il,Dipingere il,Controllare ogni,Sostituire il,Misurare il,Sistemare il",
      "faro,forno,archivio,molo,frutteto,pozzo,tetto,ponte,mulino,magazzino",
      "Porto,Officina,Visitatori,Giardino,Panetteria,Turno di notte,Isole",
      "Legenda,Dati e cifre,Ordine consigliato,Istruzioni,Completato,Note,Riferimenti,Decisioni,Rischi,Domande aperte,Cronologia delle modifiche,Squadra,Glossario,Metriche",
      "Quello vecchio perde.,Nessuno lo guarda dalla primavera.,Servono due persone.",
      "Priorità,Impegno,Area,Stato",
      "Da fare,In corso,Completato",
      "il mugnaio,gli ospiti,la guardia di notte"),
  DUTCH(
      "Repareer de,Schilder de,Controleer elke,Vervang de,Meet de,Ruim de",
      "vuurtoren,oven,steiger,molen,put,brug,zolder,schuur,boomgaard,lift",
      "Haven,Werkplaats,Bezoekers,Tuin,Bakkerij,Nachtdienst,Eilanden",
      "Legenda,Feiten,Aanbevolen volgorde,Werkwijze,Afgerond,Notities,Referenties,Beslissingen,Risico's,Open vragen,Wijzigingsgeschiedenis,Team,Woordenlijst,Cijfers",
      "De oude lekt.,Niemand heeft er sinds het voorjaar naar gekeken.,Er zijn twee mensen voor nodig.",
      "Prioriteit,Inspanning,Gebied,Status",
      "Te doen,Bezig,Afgerond",
      "de molenaar,de gasten,de nachtwacht"),
  POLISH(
      "Napraw,Pomaluj,Sprawdź,Wymień,Zmierz,Uporządkuj",
      "piec,pomost,młyn,dach,sad,zegar,most,magazyn,kocioł,płot",
      "Port,Warsztat,Goście,Ogród,Piekarnia,Nocna zmiana,Wyspy",
      "Legenda,Fakty,Zalecana kolejność,Jak korzystać z tego pliku,Ukończone,Notatki,Odnośniki,Decyzje,Ryzyka,Otwarte pytania,Historia zmian,Zespół,Słownik,Metryki",
      "Stary przecieka.,Nikt tam nie zaglądał od wiosny.,Potrzeba do tego dwóch osób.",
      "Priorytet,Nakład,Obszar,Status",
      "Do zrobienia,W toku,Ukończone",
      "młynarz,goście,nocna straż"),
  RUSSIAN(
      "Починить,Покрасить,Проверить,Заменить,Измерить,Разобрать",
      "маяк,котёл,причал,мост,сарай,забор,колодец,чердак,лифт,архив",
      "Гавань,Мастерская,Гости,Сад,Пекарня,Ночная смена,Острова",
      "Легенда,Факты,Рекомендуемый порядок,Как пользоваться файлом,Выполнено,Заметки,Ссылки,Решения,Риски,Открытые вопросы,История изменений,Команда,Глоссарий,Метрики",
      "Старый протекает.,С весны туда никто не заглядывал.,Для этого нужны двое.",
      "Приоритет,Трудозатраты,Область,Статус",
      "К выполнению,В работе,Выполнено",
      "мельник,гости,ночная стража"),
  CHINESE(
      "修理,粉刷,检查,更换,测量,整理",
      "灯塔,锅炉,码头,果园,水井,桥梁,屋顶,仓库,电梯,磨坊",
      "港口,车间,访客,花园,面包房,夜班,群岛",
      "图例,事实与数据,建议顺序,使用说明,已完成,备注,参考资料,决策,风险,待定问题,变更历史,团队,术语表,指标",
      "旧的漏水。,春天以来没有人看过。,需要两个人和一架梯子。",
      "优先级,工作量,模块,状态",
      "待办,进行中,已完成",
      "磨坊主,客人,守夜人"),
  JAPANESE(
      "修理する対象は,塗装する対象は,確認する対象は,交換する対象は,測定する対象は,整理する対象は",
      "灯台,ボイラー,桟橋,果樹園,井戸,橋,屋根,倉庫,水車,納屋",
      "港,工房,来客,庭,パン屋,夜勤,島々",
      "凡例,事実と数字,推奨順序,使い方,完了,メモ,参考資料,決定事項,リスク,未解決の質問,変更履歴,チーム,用語集,指標",
      "古いものは漏れる。,春から誰も見ていない。,二人と梯子が要る。",
      "優先度,工数,領域,ステータス",
      "未着手,進行中,完了",
      "粉屋,来客,夜警"),
  INVENTED("", "", "", "", "", "", "", "");

  /** What a section beside the tasks is about, in the order of {@link #noise}. */
  enum About {
    LEGEND,
    FACTS,
    ORDER,
    INSTRUCTIONS,
    SHIPPED,
    NOTES,
    REFERENCES,
    DECISIONS,
    RISKS,
    QUESTIONS,
    CHANGES,
    TEAM,
    GLOSSARY,
    METRICS
  }

  private final List<String> verbs;
  private final List<String> nouns;
  private final List<String> topics;
  private final List<String> noise;
  private final List<String> sentences;
  private final List<String> labels;
  private final List<String> columns;
  private final List<String> people;

  Language(
      String verbs,
      String nouns,
      String topics,
      String noise,
      String sentences,
      String labels,
      String columns,
      String people) {
    this.verbs = List.of(verbs.split(","));
    this.nouns = List.of(nouns.split(","));
    this.topics = List.of(topics.split(","));
    this.noise = List.of(noise.split(","));
    this.sentences = List.of(sentences.split(","));
    this.labels = List.of(labels.split(","));
    this.columns = List.of(columns.split(","));
    this.people = List.of(people.split(","));
  }

  /** Whether this is a real language. */
  boolean isKnown() {
    return this != INVENTED;
  }

  /** The title of a task, which no other task of the file has. */
  String title(Random random, int number) {
    String words =
        isKnown()
            ? any(random, verbs) + " " + any(random, nouns)
            : word(random) + " " + word(random);
    return capital(words) + " " + word(random) + number;
  }

  String topic(Random random, int number) {
    return isKnown() ? topics.get(number % topics.size()) : capital(word(random) + " " + number);
  }

  String heading(Random random, About about) {
    return isKnown() ? noise.get(about.ordinal()) : capital(word(random));
  }

  String sentence(Random random) {
    return isKnown()
        ? any(random, sentences)
        : capital(word(random))
            + " "
            + word(random)
            + " "
            + word(random)
            + " "
            + word(random)
            + ".";
  }

  /** The name of a field; the invented language has fixed names. */
  String label(int number) {
    return isKnown()
        ? labels.get(number)
        : List.of("Varnok", "Olumiv", "Teskul", "Pradel").get(number);
  }

  /** The name of a state: open (0), in work (1), done (2). */
  String column(int number) {
    return columns.get(number);
  }

  String person(Random random) {
    return isKnown() ? any(random, people) : word(random);
  }

  String noun(Random random) {
    return isKnown() ? any(random, nouns) : word(random);
  }

  private static String any(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** An invented word. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("rvlx".charAt(random.nextInt(4))).toString();
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
