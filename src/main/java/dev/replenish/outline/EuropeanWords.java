package dev.replenish.outline;

/** The words of the big languages of Europe besides English, see {@link Languages}. */
final class EuropeanWords {
  private EuropeanWords() {}

  static final String SPANISH =
      """
      level CRITICAL: crítico, crítica, prioridad crítica, urgente, imprescindible
      level HIGH: alta, alto, prioridad alta, alta prioridad, importante, ahora
      level MEDIUM: medio, prioridad media, media prioridad, siguiente
      level LOW: baja, bajo, prioridad baja, baja prioridad, más tarde, más adelante
      value MEDIUM: media
      status TODO: por hacer, pendiente, sin empezar, abierto, abierta, nuevo, nueva
      status IN_PROGRESS: en curso, en progreso, en proceso, haciendo
      status BLOCKED: bloqueado, bloqueada, en espera
      status DONE: hecho, hecha, terminado, terminada, completado, completada, cerrado, cerrada, resuelto, resuelta, listo
      status REJECTED: cancelado, cancelada, rechazado, rechazada, descartado, descartada
      topic DONE: hecho, terminado, completado, completados, completadas, tareas completadas, recién completado
      topic ACTIVE: en curso, en progreso, en proceso
      topic BLOCKED: bloqueado, bloqueados, bloqueadas, en espera
      topic PARKED: aplazado, pospuesto, descartado, descartados, cancelado, algún día, fuera de alcance
      topic INFORMATION: leyenda, notas, criterios de aceptación, instrucciones, índice, historial de cambios
      column TITLE: tarea, título, elemento, funcionalidad, historia
      column DESCRIPTION: descripción, detalles
      column ID: número
      column PRIORITY: prioridad
      column STATUS: estado
      column EFFORT: esfuerzo, estimación, puntos
      column DEPENDENCIES: depende de, dependencias
      column OTHER: responsable, notas, fecha, fecha límite
      """;

  static final String FRENCH =
      """
      level CRITICAL: critique, priorité critique, urgent, urgente, indispensable
      level HIGH: haute, élevée, élevé, priorité haute, haute priorité, priorité élevée, maintenant
      level MEDIUM: moyenne, moyen, priorité moyenne, ensuite
      level LOW: basse, faible, priorité basse, basse priorité, priorité faible, plus tard
      status TODO: à faire, ouvert, ouverte, en attente de démarrage, non commencé, nouveau
      status IN_PROGRESS: en cours
      status BLOCKED: bloqué, bloquée, en attente
      status DONE: fait, faite, terminé, terminée, fini, finie, résolu, résolue, fermé, livré, livrée
      status REJECTED: annulé, annulée, rejeté, rejetée, abandonné, abandonnée
      topic DONE: fait, terminé, terminés, terminées, tâches terminées, récemment terminé, livré
      topic ACTIVE: en cours
      topic BLOCKED: bloqué, bloqués, en attente
      topic PARKED: reporté, reportés, abandonné, abandonnés, annulé, un jour, hors périmètre
      topic INFORMATION: légende, remarques, critères d'acceptation, sommaire, table des matières, mode d'emploi
      column TITLE: tâche, titre, élément, fonctionnalité
      column PRIORITY: priorité
      column STATUS: statut, état
      column EFFORT: charge, estimation
      column DEPENDENCIES: dépendances, dépend de
      column OTHER: responsable, remarques, échéance
      """;

  static final String PORTUGUESE =
      """
      level CRITICAL: crítico, crítica, prioridade crítica, urgente
      level HIGH: alta, alto, prioridade alta, alta prioridade, importante, agora
      level MEDIUM: médio, prioridade média, média prioridade, próximo
      level LOW: baixa, baixo, prioridade baixa, baixa prioridade, mais tarde, depois
      value MEDIUM: média
      status TODO: a fazer, pendente, não iniciado, não iniciada, aberto, aberta, novo
      status IN_PROGRESS: em andamento, em progresso, fazendo
      status BLOCKED: bloqueado, bloqueada, em espera
      status DONE: feito, feita, concluído, concluída, finalizado, finalizada, resolvido, pronto, fechado
      status REJECTED: cancelado, cancelada, rejeitado, rejeitada, descartado
      topic DONE: feito, concluído, concluídos, concluídas, tarefas concluídas, finalizado
      topic ACTIVE: em andamento, em progresso
      topic BLOCKED: bloqueado, bloqueados, em espera
      topic PARKED: adiado, adiados, descartado, descartados, cancelado, algum dia, fora do escopo
      topic INFORMATION: legenda, notas, critérios de aceitação, instruções, índice
      column TITLE: tarefa, título, funcionalidade, história
      column DESCRIPTION: descrição, detalhes
      column PRIORITY: prioridade
      column STATUS: estado, situação
      column EFFORT: esforço, estimativa, pontos
      column DEPENDENCIES: depende de, dependências
      column OTHER: responsável, notas, prazo
      """;

  static final String RUSSIAN =
      """
      level CRITICAL: критический, критично, критическая, срочно, критический приоритет
      level HIGH: высокий, высокая, высокий приоритет, важно, сейчас
      level MEDIUM: средний, средняя, средний приоритет, обычный, далее
      level LOW: низкий, низкая, низкий приоритет, потом, позже
      status TODO: сделать, к выполнению, не начато, открыто, открыта, новая, запланировано
      status IN_PROGRESS: в работе, в процессе, выполняется
      status BLOCKED: заблокировано, заблокирована, ожидает, ожидание
      status DONE: готово, сделано, выполнено, завершено, закрыто, решено, исправлено
      status REJECTED: отменено, отклонено, отменена, отклонена
      topic DONE: готово, сделано, выполнено, завершено, выполненные задачи, завершённые задачи, недавно завершено
      topic ACTIVE: в работе, в процессе
      topic BLOCKED: заблокировано
      topic PARKED: отложено, отложенные, отменено, когда-нибудь, не будем делать
      topic INFORMATION: легенда, примечания, заметки, критерии приёмки, инструкция, содержание, оглавление
      column TITLE: задача, название, заголовок
      column DESCRIPTION: описание
      column ID: номер
      column PRIORITY: приоритет
      column STATUS: статус, состояние
      column EFFORT: оценка, трудозатраты
      column DEPENDENCIES: зависимости, зависит от
      column OTHER: ответственный, исполнитель, примечания, срок
      """;

  static final String GERMAN =
      """
      level CRITICAL: kritisch, dringend, sofort, muss
      level HIGH: hoch, hohe priorität, priorität hoch, wichtig, soll, jetzt
      level MEDIUM: mittel, mittlere priorität, priorität mittel, kann, als nächstes
      level LOW: niedrig, niedrige priorität, priorität niedrig, später
      status TODO: offen, zu tun, neu, geplant, nicht begonnen
      status IN_PROGRESS: in arbeit, laufend, läuft, begonnen
      status BLOCKED: blockiert, wartet, wartend, pausiert
      status DONE: erledigt, fertig, abgeschlossen, behoben, gelöst
      status REJECTED: abgelehnt, verworfen, abgebrochen, entfällt
      topic DONE: erledigt, fertig, abgeschlossen, kürzlich erledigt, erledigte aufgaben
      topic ACTIVE: in arbeit
      topic BLOCKED: blockiert
      topic PARKED: zurückgestellt, verschoben, abgelehnt, verworfen, irgendwann
      topic INFORMATION: legende, notizen, hinweise, anmerkungen, akzeptanzkriterien, inhaltsverzeichnis, anleitung
      column TITLE: aufgabe, titel, was
      column DESCRIPTION: beschreibung
      column ID: nummer
      column PRIORITY: priorität
      column STATUS: stand, zustand
      column EFFORT: aufwand, schätzung
      column DEPENDENCIES: abhängigkeiten, hängt ab von
      column OTHER: zuständig, notizen, fällig
      """;
}
