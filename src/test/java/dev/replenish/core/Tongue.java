package dev.replenish.core;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A language that made-up backlogs are written in; one of them is nobody's. */
enum Tongue {
  ENGLISH(
      "Mend the,Paint the,Check each,Replace the,Measure the,Sort out the",
      "gate,boiler,ledger,ferry,lantern,orchard,signal box,greenhouse,archive,weir",
      "Harbour,Workshop,Visitors,Garden,Bakery,Night shift,Islands",
      "Legend,Facts and figures,Recommended order,How to use this file,Shipped,Notes,References",
      "The old one leaks.,Nobody has looked at it since spring.,It takes two people and a ladder.",
      "Priority,Effort,Area",
      "To do,In progress,Done"),
  GERMAN(
      "Repariere den,Prüfe jeden,Ersetze den,Vermiss den,Streiche den,Plane den",
      "Zaun,Kessel,Steg,Leuchtturm,Ofen,Garten,Speicher,Fahrstuhl,Brunnen,Schuppen",
      "Hafen,Werkstatt,Besucher,Bäckerei,Nachtschicht,Inseln,Obstgarten",
      "Legende,Fakten,Empfohlene Reihenfolge,Arbeitsweise,Erledigt,Notizen,Referenzen",
      "Der alte leckt.,Seit dem Frühjahr war niemand mehr dort.,Man braucht dazu zwei Leute.",
      "Priorität,Aufwand,Bereich",
      "Offen,In Arbeit,Erledigt"),
  SPANISH(
      "Reparar el,Pintar el,Revisar cada,Cambiar el,Medir el,Ordenar el",
      "faro,horno,archivo,muelle,huerto,pozo,reloj,puente,almacén,tejado",
      "Puerto,Taller,Visitantes,Jardín,Panadería,Turno de noche,Islas",
      "Leyenda,Datos,Orden recomendado,Instrucciones,Completado,Notas,Referencias",
      "El viejo gotea.,Nadie lo ha mirado desde la primavera.,Hacen falta dos personas.",
      "Prioridad,Esfuerzo,Área",
      "Pendiente,En curso,Completado"),
  NOBODYS("", "", "", "", "", "", "");

  /** What a section beside the tasks is about, in the order of {@link #noise}. */
  enum About {
    LEGEND,
    FACTS,
    ORDER,
    INSTRUCTIONS,
    SHIPPED,
    NOTES,
    REFERENCES
  }

  private final List<String> verbs;
  private final List<String> nouns;
  private final List<String> topics;
  private final List<String> noise;
  private final List<String> sentences;
  private final List<String> labels;
  private final List<String> columns;

  Tongue(
      String verbs,
      String nouns,
      String topics,
      String noise,
      String sentences,
      String labels,
      String columns) {
    this.verbs = List.of(verbs.split(","));
    this.nouns = List.of(nouns.split(","));
    this.topics = List.of(topics.split(","));
    this.noise = List.of(noise.split(","));
    this.sentences = List.of(sentences.split(","));
    this.labels = List.of(labels.split(","));
    this.columns = List.of(columns.split(","));
  }

  /** Whether its words say something to anybody. */
  boolean isKnown() {
    return this != NOBODYS;
  }

  /** What is to be done, in words that no other task of the file has. */
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

  /** The name of a field; those of a language that nobody speaks stay the same in one file. */
  String label(int number) {
    return isKnown() ? labels.get(number) : List.of("Varn", "Olu", "Tesk").get(number);
  }

  /** The names of columns: open, in work, done. */
  String column(int number) {
    return columns.get(number);
  }

  String noun(Random random) {
    return isKnown() ? any(random, nouns) : word(random);
  }

  private static String any(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A word that is in no dictionary. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("rvlx".charAt(random.nextInt(4))).toString();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
