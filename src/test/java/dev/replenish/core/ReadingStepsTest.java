package dev.replenish.core;

import static dev.replenish.core.OpenTasks.assertOpen;

import org.junit.jupiter.api.Test;

/** Whether a heading is the task, or the boxes and items below it are tasks. */
class ReadingStepsTest {
  @Test
  void fewBoxesAfterTextBelowContinuedNumbersAreSteps() {
    assertOpen(
        """
        # Bakery

        ## Oven

        ### 1. A door that shuts
        The lid sticks since the winter.
        - [ ] No smoke comes out
        - [ ] It opens with one hand

        ### 2. A clean flue
        Soot has gathered in the bend.
        - [ ] A light is seen from below

        ## Shop

        ### 3. A sign at the street
        Nobody finds the bread.
        - [ ] It is lit at night
        - [ ] The name is on it

        ### 4. Others
        - [ ] Flags
        """,
        5,
        10,
        16);
  }

  @Test
  void fewBoxesAfterTextBelowCodesAreSteps() {
    assertOpen(
        """
        # Bakery

        ## B1. ~~A second oven~~ — dropped (see the book)
        There is no room for it.

        ## B2. A door that shuts
        The lid sticks since the winter.
        - [ ] No smoke comes out
        - [ ] It opens with one hand

        ## B3. A clean flue
        Soot has gathered in the bend.
        - [ ] A light is seen from below

        ## B4. A wider shelf → **B5 has it**
        It is full each Friday.

        ## B5. A sign at the street
        Nobody finds the bread.
        - [ ] It is lit at night
        """,
        6,
        11,
        18);
  }

  @Test
  void boxesBelowLabelsOfNumberedGroupsAreTheTasks() {
    assertOpen(
        """
        # Padaria

        ## ÉPICO 1 — O forno do quintal

        **Contexto:** A porta emperra desde o inverno.

        **Dependências:**
        - a chave do quintal

        **Ações a fazer:**
        - [ ] Limpar a chaminé
        - [ ] Trocar a porta

        ## ÉPICO 1B — A placa da rua

        **Contexto:** Ninguém encontra o pão.

        **Dependências:**
        - uma escada

        **Ações a fazer:**
        - [ ] Pintar a placa
        """,
        11,
        12,
        22);
  }

  @Test
  void boxesBelowLabelsOfNumberedHeadingsInUnknownWordsAreUnclear() {
    assertOpen(
        """
        # Bakejo

        ## Volumo 1 — La forno de la korto

        **Kialo:** La pordo ne fermiĝas bone.

        **Farotaj aferoj:**
        - [ ] Purigi la tubon
        - [ ] Nova pordo

        ## Volumo 2 — La ŝildo de la strato

        **Kialo:** Neniu trovas la panon.

        **Farotaj aferoj:**
        - [ ] Farbi la ŝildon
        """);
  }

  @Test
  void leadingPriorityIsNoCode() {
    assertOpen(
        """
        # Bakery

        ## P0 — Oven (yard)
        - Result: The door of the oven shuts again.
          - Part 1: a new hinge

        ## P1 — Shop (street)
        - Result: The sign is lit at night.
          - Part 1: a lamp

        ## P1 — Shelves (street)
        - Result: The shelf holds all loaves.
          - Part 1: a board
        """,
        4,
        8,
        12);
  }

  @Test
  void itemsThatExplainTitlesInFlatFileAreUnclear() {
    assertOpen(
        """
        # Bakery backlog

        ## Door of the second oven
        - the lid sticks since the winter
        - a hinge from the smith would do

        ## Sign at the street
        - it is dark at night
        - the name is not on it

        ## Shelf for the loaves
        - too short on Fridays
        """);
  }

  @Test
  void longerListBelowNumberAmongShortListsIsUnclear() {
    assertOpen(
        """
        # Bakery

        ## High

        ### 1. A door that shuts well
        - the lid sticks

        ### 2. A clean flue again
        - soot in the bend

        ## Low

        ### 3. A sign at the street
        - nobody finds the bread

        ### 4. After the feast (see 12)
        - lamps for the yard
        - a longer table
        - chairs for guests
        - a bell at the door
        """,
        5,
        8,
        13);
  }

  @Test
  void threeRepeatedLabelsProveHeadings() {
    assertOpen(
        """
        # Bakejo

        ## La forno de la korto
        **Kialo**：La pordo ne fermiĝas.

        **Paŝoj**：
        1. nova pordo

        **Skribis**：Ina

        ## La ŝildo de la strato
        **Kialo**：Neniu trovas la panon.

        **Paŝoj**：
        1. nova lampo

        **Skribis**：Ina
        """,
        3,
        11);
  }

  @Test
  void informationalWordAfterIdIsATitle() {
    assertOpen(
        """
        # Bakery

        ## Oven

        ### OVEN-1: A door that shuts
        - a hinge from the smith
        - **Acceptance:** no smoke comes out

        ### OVEN-2: Notes
        - write down who has the key
        - **Acceptance:** the list hangs at the door
        """,
        5,
        9);
  }

  @Test
  void stateInOneRowDoesNotApplyToIdsInThePreviousRow() {
    assertOpen(
        """
        # Bakery

        | Stage | Goal | Holds |
        |---|---|---|
        | **S1 — Bread (6 loaves)** | open | K-1, K-2 |
        | **S2 — Oven complete** | bake | K-7 |

        ## K-1: A door that shuts
        The lid sticks since the winter.

        ## K-2: A clean flue
        Soot has gathered in the bend.
        """,
        8,
        11);
  }
}
